// Runs before the page is drawn, so that it never flashes in the wrong colours.
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
