// The one dialog of the page, and the focus: after an act it returns to where it was.
(() => {
	const dialog = document.getElementById("dialog");
	const content = document.getElementById("dialog-content");
	let opener;
	let address;

	// The first field, or the button that changes nothing.
	const places = ["[aria-invalid=true]", "[autofocus]", "input:not([type=hidden], :disabled), textarea, select",
		"[data-dialog-close]", "button:not(.btn-danger, .btn-outline-danger)"];
	// Where Enter would destroy, the reader chooses the field.
	const focusFirst = () => (content.querySelector(".btn-danger") ? [...places.slice(0, 2), ...places.slice(3)] : places)
		.map((place) => content.querySelector(place)).find((found) => found)?.focus();

	function showInDialog(href, from, verb = "GET", values = {}) {
		opener = from;
		address = href;
		return htmx.ajax(verb, href, { values, source: "#dialog-content", target: "#dialog-content", swap: "innerHTML", select: "main > *", headers: { "X-Dialog": "true" } })
			.then(() => {
				if (!dialog.open && content.childElementCount > 0) {
					dialog.showModal();
					fields.restore(href, [content]);
					focusFirst();
				}
			});
	}
	document.addEventListener("click", (event) => {
		const link = event.target.closest("a[data-dialog]");
		if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
			event.preventDefault();
			showInDialog(link.href, link);
		}
	});
	// A pasted list that the field would cut off goes to the form for long ones.
	document.addEventListener("paste", (event) => {
		const field = event.target.closest?.("[data-paste]");
		const text = event.clipboardData?.getData("text") ?? "";
		if (field && field.value.length + text.length > field.maxLength) {
			event.preventDefault();
			showInDialog(document.getElementById(field.dataset.paste).href, field)
				.then(() => content.querySelector("textarea").value = text);
		}
	});
	// Before htmx, which would follow a link of the dialog and show its page in the next one.
	content.addEventListener("click", (event) => {
		if (event.target.closest("[data-dialog-close]")) {
			event.preventDefault();
			event.stopPropagation();
			dialog.close();
		}
	}, { capture: true });
	document.addEventListener("submit", (event) => {
		const button = event.submitter;
		if (button?.matches("button[data-dialog]")) {
			event.preventDefault();
			const target = new URL(button.hasAttribute("formaction") ? button.formAction : event.target.action);
			const entered = new FormData(event.target, button);
			if (event.target.method === "post") {
				showInDialog(target.href, button, "POST", entered);
			} else {
				target.search = new URLSearchParams(entered);
				showInDialog(target.href, button);
			}
		}
	});
	// Escape keeps what was entered for the next opening. The event of a file field has the same name.
	dialog.addEventListener("cancel", (event) => event.target === dialog && fields.keep(address, [content]));
	dialog.addEventListener("close", () => {
		content.replaceChildren();
		focusAt(opener);
	});
	content.addEventListener("htmx:afterSettle", () => {
		if (dialog.open && !content.contains(document.activeElement)) {
			focusFirst();
		}
	});

	// A download does not replace the page: only the dialog closes.
	document.addEventListener("submit", (event) => {
		if (!event.defaultPrevented && event.target.matches("[data-dialog-download]")) {
			setTimeout(() => dialog.close());
		}
	});

	// What finds an element again in a new version of its page.
	function locator(element) {
		const own = (name) => element.hasAttribute(name) ? `[${name}="${CSS.escape(element.getAttribute(name))}"]` : "";
		if (element.id) {
			return `#${CSS.escape(element.id)}`;
		}
		const form = element.form?.getAttribute("action");
		return (form ? `form[action="${CSS.escape(form)}"] ` : "") + element.localName
			+ ["href", "formaction", "name", "value"].map(own).join("");
	}

	// The element of a closed menu gives the focus to the menu.
	const shown = (element) => element?.closest("details:not([open])")?.querySelector("summary") ?? element;

	// The element of a row that was removed gives the focus to the row that took its place.
	function focusAt(element, row = rowOf(element)) {
		const rows = document.querySelectorAll("#table tbody tr");
		const again = (element instanceof Element) ? element.isConnected && element || find(locator(element)) : find(element);
		const next = rows[Math.min(row, rows.length - 1)]?.querySelector("a");
		[shown(again), next, document.getElementById("main")].find((place) => {
			place?.focus();
			return place && place === document.activeElement;
		});
	}
	const find = (selector) => document.querySelector(`#main ${selector}`);
	const rowOf = (element) => [...document.querySelectorAll("#table tbody tr")].indexOf(element?.closest("tr"));

	// The buttons of a selection disappear with it. Its first row stays, or else the box that selects all rows.
	const selected = (element) => element?.closest(".selection-bar")
		? document.querySelector("#selection td.select :checked") ?? document.querySelector("[data-select-all]") : element;

	// An act that loads the page again. A form that is gone then names what had its place.
	function remember(element) {
		const place = selected(element);
		if (place) {
			sessionStorage.setItem("focus", JSON.stringify([location.pathname,
				place.closest("[data-focus-after]")?.dataset.focusAfter ?? locator(place), rowOf(place)]));
		}
	}
	document.addEventListener("htmx:beforeOnLoad", (event) => {
		if (event.detail.xhr.getResponseHeader("HX-Redirect")) {
			// The button that sent a form is disabled, and so has lost the focus.
			const active = document.activeElement === document.body ? event.detail.elt : document.activeElement;
			remember(dialog.open ? opener : active);
		}
	});
	document.addEventListener("submit", (event) => {
		if (!event.defaultPrevented && event.target.matches("#main form[method=post]")) {
			remember(event.submitter);
		}
	});
	addEventListener("pageshow", () => {
		const [path, selector, row] = JSON.parse(sessionStorage.getItem("focus") ?? "[]");
		sessionStorage.removeItem("focus");
		if (path === location.pathname && document.activeElement === document.body) {
			focusAt(selector, row);
		}
	});

	// After a filter or a sort, screen readers say once how many rows there are.
	document.addEventListener("htmx:afterSettle", (event) => {
		const asked = event.detail.requestConfig?.triggeringEvent;
		if (event.target.id === "table" && ["click", "input", "change", "search", "submit"].includes(asked?.type)) {
			const output = document.getElementById("results");
			const said = event.target.querySelector(".pager-shown, .empty-title")?.textContent;
			output.textContent = said ?? `${output.dataset.rows} ${event.target.querySelectorAll("tbody tr[data-row]").length}`;
		}
	});
})();
