// Draws <figure class="chart" data-chart="bar|line"> from the table inside. Screen readers read the table.
(() => {
	const library = document.currentScript.dataset.library;
	const root = document.documentElement;
	const still = matchMedia("(prefers-reduced-motion: reduce)");
	const drawn = new Map();
	let loading;

	// The library is loaded only by pages with a chart.
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
			colour: head.dataset.colour,
			data: rows.map((row) => number(row.cells[at + 1])),
			links: rows.map((row) => row.cells[at + 1].querySelector("a")?.href),
		}));
		return { labels: rows.map((row) => row.cells[0].dataset.label ?? row.cells[0].textContent.trim()), series,
			days: rows.map((row) => row.cells[0].querySelector("a")?.href) };
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
				? { label: one.label, data: one.data, links: one.links, backgroundColor: colour, maxBarThickness: 28 }
				: { label: one.label, data: one.data, borderColor: colour, backgroundColor: colour, borderWidth: 2,
					pointRadius: one.data.length > 40 ? 0 : 2, pointHitRadius: 12, spanGaps: true };
		});
	}

	// A click on a bar opens its changes, a click beside it those of its day.
	function opens(chart, event, [near], days) {
		const [bar] = chart.getElementsAtEventForMode(event, "nearest", { intersect: true }, false);
		return (bar && chart.data.datasets[bar.datasetIndex].links[bar.index]) ?? (near && days[near.index]);
	}

	function options(kind, several, days) {
		const { quiet, line, "tblr-bg-surface": surface, "tblr-body-color": text } =
			colours(["quiet", "line", "tblr-bg-surface", "tblr-body-color"]);
		const stacked = kind === "bar";
		return {
			locale: root.lang || "en",
			responsive: true,
			maintainAspectRatio: false,
			animation: still.matches ? false : { duration: 120 },
			interaction: { mode: "index", intersect: false },
			onHover: (event, near, chart) => {
				chart.canvas.style.cursor = kind === "bar" && opens(chart, event, near, days) ? "pointer" : "";
			},
			onClick: (event, near, chart) => {
				const address = kind === "bar" && opens(chart, event, near, days);
				if (address) {
					open(address, event.native.ctrlKey || event.native.metaKey ? "_blank" : "_self");
				}
			},
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
		const { labels, series, days } = read(figure.querySelector("table"));
		const config = { type: kind, data: { labels, datasets: datasets(kind, series) }, options: options(kind, series.length > 1, days) };
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
		const links = figure.querySelectorAll("table a");
		// The table is hidden from sight first.
		links.forEach((link) => { link.tabIndex = -1; });
		if (toggle) {
			toggle.hidden = false;
			toggle.addEventListener("click", () => {
				const asTable = figure.classList.toggle("as-table");
				toggle.setAttribute("aria-pressed", asTable);
				links.forEach((link) => { link.tabIndex = asTable ? 0 : -1; });
			});
		}
		load().then(() => draw(figure), () => {
			figure.classList.add("as-table");
			links.forEach((link) => { link.tabIndex = 0; });
		});
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
