// Lists with a selection, and the list of members: expired members and the keyboard in the suggestions.
(() => {
	const still = matchMedia("(prefers-reduced-motion: reduce)");

	function count() {
		const boxes = [...document.querySelectorAll("#selection td.select input")];
		const selected = boxes.filter((box) => box.checked).length;
		document.querySelectorAll("[data-selected]").forEach((output) => { output.value = selected; });
		document.querySelectorAll("[data-select-all]").forEach((all) => {
			all.checked = selected > 0 && selected === boxes.length;
			all.indeterminate = selected > 0 && selected < boxes.length;
		});
	}

	document.addEventListener("change", (event) => {
		if (event.target.matches("[data-select-all]")) {
			document.querySelectorAll("#selection td.select input").forEach((box) => { box.checked = event.target.checked; });
		}
		count();
	});
	window.addEventListener("pageshow", count);

	// An expired member disappears from the list. After the last one the list is loaded again.
	document.addEventListener("ended", (event) => {
		const row = event.target.closest("tr[data-member]");
		if (!row) {
			return;
		}
		row.classList.add("leaving");
		setTimeout(() => {
			const rows = row.parentElement;
			row.remove();
			count();
			if (rows && rows.childElementCount === 0) {
				htmx.trigger(document.body, "members-changed");
			}
		}, still.matches ? 0 : 150);
	});

	// A suggestion fills the field, so that an end can be set before the user is added. Another text is not the suggestion.
	document.addEventListener("click", (event) => {
		const suggestion = event.target.closest(".suggestions button");
		if (suggestion) {
			const suggest = suggestion.closest(".suggest");
			const input = suggest.querySelector("input");
			input.value = suggestion.dataset.login;
			suggest.querySelector("[name=pick]").value = suggestion.value;
			suggest.querySelector(".suggestions").replaceChildren();
			input.focus();
		}
	});
	document.addEventListener("input", (event) => {
		const pick = event.target.closest(".suggest")?.querySelector("[name=pick]");
		if (pick) {
			pick.value = "";
		}
	});
	// While the reader types, the browser must not offer its own suggestions above these. Without script it keeps the text.
	document.addEventListener("focusin", (event) => {
		if (event.target.matches(".suggest input")) {
			event.target.autocomplete = "off";
		}
	});

	// The arrow keys move through the suggestions, Escape closes them.
	document.addEventListener("keydown", (event) => {
		const suggest = event.target.closest(".suggest");
		if (!suggest) {
			return;
		}
		const stops = [suggest.querySelector("input"), ...suggest.querySelectorAll(".suggestions button")];
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step && stops.length > 1) {
			event.preventDefault();
			stops[(stops.indexOf(event.target) + step + stops.length) % stops.length].focus();
		}
		if (event.key === "Escape") {
			suggest.querySelector(".suggestions").replaceChildren();
			stops[0].focus();
		}
	});

	// Without "Set end" there is no end: the hidden fields are empty.
	document.addEventListener("change", (event) => {
		if (event.target.id === "ending" && !event.target.checked) {
			event.target.form.querySelectorAll("[name=ttl], [name=until]").forEach((field) => { field.value = ""; });
		}
	});

	// Typing into a field selects its option.
	document.addEventListener("input", (event) => {
		const way = event.target.closest(".way");
		if (way && event.target.type !== "radio") {
			way.querySelector("input[type=radio]").checked = true;
		}
	});
})();
