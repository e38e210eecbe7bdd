// Runs before the first paint, so that the page does not flash in the other theme or density.
(() => {
	const root = document.documentElement;
	const dark = matchMedia("(prefers-color-scheme: dark)");
	const follow = () => {
		if (root.dataset.theme === "auto") {
			root.dataset.bsTheme = dark.matches ? "dark" : "light";
		}
	};
	follow();
	dark.addEventListener("change", follow);
	// Rows of one line, where a low screen would show few others.
	const low = matchMedia("(max-height: 820px)");
	const fit = () => {
		if (root.dataset.density === "auto") {
			root.toggleAttribute("data-compact", low.matches);
		}
	};
	fit();
	low.addEventListener("change", fit);
	root.classList.add("scripted");
})();
