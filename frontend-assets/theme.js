// Runs before the first paint, so that the page does not flash in the other theme.
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
	root.classList.add("scripted");
})();
