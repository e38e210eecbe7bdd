// The palette: one field that finds users, segments, changes, pages and actions.
(() => {
	const palette = document.getElementById("palette");
	if (!palette) {
		return;
	}
	const field = palette.querySelector("[role=combobox]");
	const results = document.getElementById("palette-results");
	const said = palette.querySelector("[role=status]");
	const options = () => [...results.querySelectorAll("[role=option]")];
	const selected = () => results.querySelector("[aria-selected=true]");
	// The text of the shown results, and Enter before the results of its text.
	let answered;
	let entered;

	function select(option) {
		options().forEach((each) => each.setAttribute("aria-selected", each === option));
		field.setAttribute("aria-activedescendant", option?.id ?? "");
		option?.scrollIntoView({ block: "nearest" });
	}

	// The click of the keys that were held with Enter opens another tab.
	function open({ ctrlKey, metaKey, shiftKey }) {
		entered = null;
		if (selected()) {
			selected().dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
		} else {
			field.form.requestSubmit();
		}
	}

	function toggle() {
		if (palette.open) {
			palette.close();
		} else if (!document.querySelector("dialog[open]")) {
			palette.showModal();
			field.select();
			htmx.trigger(field, "palette");
		}
	}
	document.addEventListener("click", (event) => event.target.closest("[data-palette]") && toggle());
	document.addEventListener("keydown", (event) => {
		const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
		// Without Latin letters, the place of the key counts.
		const isK = key?.toLowerCase() === "k" || code === "KeyK" && !/^[a-z]$/i.test(key);
		if (isK && !altKey && !shiftKey && (keys.isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey)) {
			event.preventDefault();
			toggle();
		}
	});

	field.addEventListener("keydown", (event) => {
		const all = options();
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step && all.length > 0) {
			event.preventDefault();
			select(all[(all.indexOf(selected()) + step + all.length) % all.length]);
		}
		if (event.key === "Enter" && !event.isComposing) {
			event.preventDefault();
			if (answered === field.value) {
				open(event);
			} else {
				entered = event;
			}
		}
	});
	field.addEventListener("input", () => { entered = null; });
	field.addEventListener("htmx:afterRequest", (event) => {
		if (event.detail.failed && entered) {
			field.form.submit();
		}
	});
	results.addEventListener("htmx:afterSwap", (event) => {
		answered = new URL(event.detail.xhr.responseURL).searchParams.get("q");
		select(options()[0]);
		field.setAttribute("aria-expanded", options().length > 0);
		said.textContent = results.firstElementChild?.dataset.said ?? "";
		if (entered && answered === field.value) {
			open(entered);
		}
	});

	palette.addEventListener("close", () => { entered = null; });
	palette.addEventListener("click", (event) => {
		const here = event.target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey;
		if (here || event.target === palette) {
			palette.close();
		}
	});
})();
