// Lists with a selection, and the list of members: expired members and the keyboard in the suggestions.
(() => {
	const still = matchMedia("(prefers-reduced-motion: reduce)");

	const boxes = () => [...document.querySelectorAll("#selection td.select input")];
	const everything = () => document.getElementById("select-matching")?.checked;

	// The selection of a list with pages is kept while the reader pages and filters. Other lists have none of that.
	const key = () => document.getElementById("selection")?.dataset.selection;
	const kept = () => new Set(JSON.parse((key() && sessionStorage.getItem(`selection:${key()}`)) || "[]"));
	function keep(ids) {
		if (key()) {
			sessionStorage.setItem(`selection:${key()}`, JSON.stringify([...ids]));
		}
	}
	// It ends when the reader leaves the list for another one.
	Object.keys(sessionStorage).filter((name) => name.startsWith("selection:")).forEach((name) => {
		const list = name.slice("selection:".length);
		if (location.pathname !== list && !location.pathname.startsWith(`${list}/`)) {
			sessionStorage.removeItem(name);
		}
	});
	function keepPage() {
		const ids = kept();
		boxes().forEach((box) => box.checked ? ids.add(box.value) : ids.delete(box.value));
		keep(ids);
	}
	function elsewhere() {
		const here = new Set(boxes().map((box) => box.value));
		return [...kept()].filter((id) => !here.has(id));
	}

	function restore() {
		const ids = kept();
		if (key()) {
			boxes().forEach((box) => { box.checked = everything() || ids.has(box.value); });
		}
		count();
	}

	function count() {
		const all = boxes();
		const selected = all.filter((box) => box.checked).length;
		const others = everything() ? 0 : elsewhere().length;
		const matching = everything() && document.getElementById("matching")?.dataset.count;
		document.querySelectorAll("[data-selected]").forEach((output) => {
			output.value = matching ? Number(matching).toLocaleString(document.documentElement.lang) : everything() ? "…" : selected + others;
		});
		document.querySelectorAll("[data-selected-elsewhere]").forEach((label) => { label.hidden = !others; });
		document.querySelectorAll("[data-elsewhere]").forEach((output) => {
			output.hidden = !others;
			output.value = others;
		});
		document.getElementById("selection")?.classList.toggle("selecting", selected + others > 0);
		document.querySelectorAll("[data-select-all]").forEach((box) => {
			box.checked = selected > 0 && selected === all.length;
			box.indeterminate = selected > 0 && selected < all.length;
		});
	}

	document.addEventListener("change", (event) => {
		if (event.target.id === "select-matching") {
			restore();
			return;
		}
		if (event.target.matches("[data-select-all]")) {
			boxes().forEach((box) => { box.checked = event.target.checked; });
		}
		if (event.target.closest("#selection")) {
			// Whoever changes one box means single members again.
			const all = document.getElementById("select-matching");
			if (all) {
				all.checked = false;
			}
			keepPage();
		}
		count();
	});

	// Shift and a click select or clear all rows since the last click.
	let last;
	document.addEventListener("click", (event) => {
		const box = event.target.closest("#selection td.select input");
		if (!box) {
			return;
		}
		const all = boxes();
		const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b);
		if (event.shiftKey && from >= 0) {
			all.slice(from, to + 1).forEach((each) => { each.checked = box.checked; });
		}
		last = box;
	});
	document.addEventListener("click", (event) => {
		if (event.target.closest("[data-clear-selection]")) {
			const all = document.getElementById("select-matching");
			if (all) {
				all.checked = false;
			}
			keep([]);
			restore();
			document.querySelector("[data-select-all]")?.focus();
		}
	});

	// What is sent: all that match, or the rows of all pages.
	document.addEventListener("formdata", (event) => {
		if (event.target.id !== "selection") {
			return;
		}
		const name = event.target.dataset.selectionName ?? "users";
		if (everything()) {
			event.formData.delete(name);
		} else {
			elsewhere().forEach((id) => event.formData.append(name, id));
		}
	});

	// The selection ends when it was used.
	document.addEventListener("htmx:beforeOnLoad", (event) => {
		const { requestConfig, xhr } = event.detail;
		const used = requestConfig.verb === "post" && requestConfig.path.match(/^(.*?)(?:\/members|\/selected)?\/(?:remove|end|change|revoke)$/);
		if (used && xhr.getResponseHeader("HX-Redirect")) {
			sessionStorage.removeItem(`selection:${used[1]}`);
		}
	});

	document.addEventListener("click", async (event) => {
		const button = event.target.closest("[data-copy-ids]");
		if (!button) {
			return;
		}
		const answer = everything() && await fetch(button.dataset.copyIds,
			{ method: "POST", body: new URLSearchParams(new FormData(button.form)) });
		if (answer && !answer.ok) {
			document.getElementById("toasts").append(document.getElementById("unreachable").content.cloneNode(true));
			return;
		}
		const ids = answer ? await answer.text() : new FormData(button.form).getAll("users").join("\n");
		copyText(button, ids);
	});

	document.addEventListener("htmx:afterSettle", restore);
	window.addEventListener("pageshow", restore);

	// An expired member disappears from the list. After the last one the list is loaded again.
	document.addEventListener("ended", (event) => {
		const row = event.target.closest("tr[data-member]");
		if (!row) {
			return;
		}
		row.classList.add("leaving");
		setTimeout(() => {
			const rows = row.parentElement;
			const ids = kept();
			ids.delete(row.querySelector("td.select input")?.value);
			keep(ids);
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
		if (event.target.id === "noting" && !event.target.checked) {
			event.target.form.elements.note.value = "";
		}
	});

	// The button of a duration enters it. A duration and a date exclude each other.
	document.addEventListener("click", (event) => {
		const chip = event.target.closest("[data-duration], [data-choose-date]");
		if (!chip) {
			return;
		}
		const [ttl, until] = ["ttl", "until"].map((name) => chip.form.elements[name]);
		if (chip.matches("[data-choose-date]")) {
			ttl.value = "";
			until.focus();
			return;
		}
		const field = chip.closest(".field").querySelector("input");
		field.value = chip.textContent.trim();
		until.value = "";
		field.dispatchEvent(new Event("input", { bubbles: true }));
	});

	// Typing into a field selects its option.
	document.addEventListener("input", (event) => {
		const way = event.target.closest(".way");
		if (way && event.target.type !== "radio") {
			way.querySelector("input[type=radio]").checked = true;
		}
	});
})();
