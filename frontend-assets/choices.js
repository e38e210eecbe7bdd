// The search over a long list of choices. Chosen ones stay, so that nobody is removed unseen.
(() => {
	const show = (scope) => scope.querySelectorAll?.("[data-choices-search]").forEach((search) => { search.hidden = false; });
	show(document);
	document.addEventListener("htmx:afterSwap", (event) => show(event.target));

	function filter(search, text) {
		const wanted = text.trim().toLocaleLowerCase();
		const choices = [...search.parentElement.querySelectorAll(".choices label")];
		const matching = choices.filter((choice) => choice.textContent.toLocaleLowerCase().includes(wanted));
		choices.forEach((choice) => {
			choice.hidden = !matching.includes(choice) && !choice.querySelector("input").checked;
		});
		search.querySelector("[data-choices-none]").hidden = matching.length > 0;
	}

	document.addEventListener("input", (event) => {
		const search = event.target.closest("[data-choices-search]");
		if (search) {
			filter(search, event.target.value);
		}
	});
	// Enter in the search must not send the form.
	document.addEventListener("keydown", (event) => {
		if (event.key === "Enter" && event.target.closest("[data-choices-search]")) {
			event.preventDefault();
		}
	});
})();
