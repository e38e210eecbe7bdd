// Shortcuts of a single key. The account can turn them off, because speech input may press them (WCAG 2.1.4).
const keys = (() => {
	const isMac = /Mac|iP/.test(navigator.platform);
	const nameKeys = (scope) => isMac && scope.querySelectorAll("kbd[data-command]").forEach((key) => { key.textContent = "⌘"; });
	nameKeys(document);
	document.addEventListener("htmx:load", (event) => nameKeys(event.target));

	// On a keyboard without Latin letters the place of the key counts. The Russian one has a full stop in place of "/".
	function nameOf({ key, code, shiftKey }) {
		if (code === "Slash" && (key === "." || key === ",")) {
			return shiftKey ? "?" : "/";
		}
		return /^Key[A-Z]$/.test(code) && !/^[a-z]$/i.test(key) ? code.at(-1).toLowerCase() : key;
	}

	const current = () => document.activeElement.closest("#main tr[data-row]");

	function move(step) {
		const rows = [...document.querySelectorAll("#main tr[data-row]")].filter((row) => row.checkVisibility());
		const at = rows.indexOf(current()) + step;
		rows[Math.max(0, Math.min(at, rows.length - 1))]?.querySelector("a")?.focus();
	}

	const select = () => current()?.querySelector("td.select input")?.click();

	// Without a selection, the row with the focus is selected first.
	function edit() {
		const selection = document.getElementById("selection");
		const button = selection?.querySelector(".selection-bar [data-key=e]");
		if (button && !selection.matches(".selecting")) {
			select();
		}
		if (button && selection.matches(".selecting")) {
			button.click();
		} else if (!button) {
			(current() ?? document.querySelector(".heading-actions"))?.querySelector("[data-key=e]")?.click();
		}
	}

	const click = (selector) => document.querySelector(selector)?.click();
	const acts = { "/": () => click("[data-palette]"), "?": () => click("[data-key='?']"),
		j: () => move(1), k: () => move(-1), x: select, e: edit };

	const typed = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
	document.addEventListener("keydown", (event) => {
		const act = acts[nameOf(event)];
		if (act && document.body.dataset.keys !== "off" && !event.ctrlKey && !event.metaKey && !event.altKey
			&& !event.target.closest(typed) && !document.querySelector("dialog[open]")) {
			event.preventDefault();
			act();
		}
	});

	return { isMac };
})();
