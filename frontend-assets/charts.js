// Draws <figure class="chart" data-chart="bar|line"> from the table inside, which stays for those who read it.
(() => {
	const library = document.currentScript.dataset.library;
	const root = document.documentElement;
	const still = matchMedia("(prefers-reduced-motion: reduce)");
	const drawn = new Map();
	let loading;

	// Only pages with a chart load it.
	function load() {
		loading ??= new Promise((resolve, reject) => {
			const script = document.createElement("script");
			script.src = library;
			script.onload = resolve;
			script.onerror = reject;
			document.head.append(script);
		});
		return loading;
	}

	function number(cell) {
		const text = cell?.dataset.value ?? cell?.textContent.replace(/[^\d.-]/g, "") ?? "";
		return text === "" ? null : Number(text);
	}

	function read(table) {
		const rows = [...table.tBodies[0].rows];
		const series = [...table.tHead.rows[0].cells].slice(1).map((head, at) => ({
			label: head.textContent.trim(),
			colour: head.dataset.colour ?? at + 1,
			data: rows.map((row) => number(row.cells[at + 1])),
		}));
		return { labels: rows.map((row) => row.cells[0].dataset.label ?? row.cells[0].textContent.trim()), series };
	}

	function colours(names) {
		const style = getComputedStyle(document.body);
		return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
	}

	function datasets(kind, series) {
		const shown = series.length > 1 ? series.filter((one) => one.data.some((value) => value)) : series;
		return shown.map((one) => {
			const colour = colours([`chart-${one.colour}`])[`chart-${one.colour}`];
			return kind === "bar"
				? { label: one.label, data: one.data, backgroundColor: colour, maxBarThickness: 28 }
				: { label: one.label, data: one.data, borderColor: colour, backgroundColor: colour, borderWidth: 2,
					pointRadius: one.data.length > 40 ? 0 : 2, pointHitRadius: 12, spanGaps: true };
		});
	}

	function options(kind, several) {
		const { quiet, line, "tblr-bg-surface": surface, "tblr-body-color": text } =
			colours(["quiet", "line", "tblr-bg-surface", "tblr-body-color"]);
		const stacked = kind === "bar";
		return {
			locale: root.lang || "en",
			responsive: true,
			maintainAspectRatio: false,
			animation: still.matches ? false : { duration: 120 },
			interaction: { mode: "index", intersect: false },
			scales: {
				x: { stacked, grid: { display: false }, border: { color: line }, ticks: { color: quiet, maxRotation: 0, autoSkipPadding: 16 } },
				y: { stacked, beginAtZero: true, grid: { color: line }, border: { display: false }, ticks: { color: quiet, precision: 0, maxTicksLimit: 6 } },
			},
			plugins: {
				legend: { display: several, position: "bottom", align: "start", labels: { color: text, boxWidth: 12, boxHeight: 12 } },
				tooltip: { backgroundColor: surface, titleColor: text, bodyColor: text, borderColor: line, borderWidth: 1, padding: 10,
					filter: (item) => !stacked || item.raw > 0 },
			},
		};
	}

	function draw(figure) {
		const kind = figure.dataset.chart;
		const { labels, series } = read(figure.querySelector("table"));
		const config = { type: kind, data: { labels, datasets: datasets(kind, series) }, options: options(kind, series.length > 1) };
		drawn.get(figure)?.destroy();
		drawn.set(figure, new Chart(figure.querySelector("canvas"), config));
		figure.dataset.drawn = "true";
	}

	function prepare(figure) {
		const box = document.createElement("div");
		box.className = "chart-canvas";
		box.setAttribute("aria-hidden", "true");
		box.append(document.createElement("canvas"));
		figure.querySelector("table").before(box);
		const toggle = figure.querySelector("[data-chart-toggle]");
		if (toggle) {
			toggle.hidden = false;
			toggle.addEventListener("click", () => {
				const asTable = figure.classList.toggle("as-table");
				toggle.setAttribute("aria-pressed", asTable);
			});
		}
		load().then(() => draw(figure), () => figure.classList.add("as-table"));
	}

	function scan() {
		for (const [figure, chart] of drawn) {
			if (!figure.isConnected) {
				chart.destroy();
				drawn.delete(figure);
			}
		}
		document.querySelectorAll("figure.chart:not([data-prepared])").forEach((figure) => {
			figure.dataset.prepared = "true";
			prepare(figure);
		});
	}

	scan();
	document.addEventListener("htmx:afterSettle", scan);
	new MutationObserver(() => [...drawn.keys()].forEach(draw))
		.observe(root, { attributes: true, attributeFilter: ["data-bs-theme"] });
})();
