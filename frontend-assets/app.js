// What the pages do with script. They work without it, too.
// Copies a text, or shows it in a field for the reader to copy: browsers forbid the clipboard without TLS.
async function copyText(button, text) {
	document.querySelector(".copy-field")?.remove();
	try {
		await navigator.clipboard.writeText(text);
		const content = button.innerHTML;
		button.textContent = button.dataset.copied;
		setTimeout(() => { button.innerHTML = content; }, 2000);
	} catch {
		const shown = document.getElementById("copy-field").content.cloneNode(true);
		const field = shown.querySelector("textarea");
		field.value = text;
		(button.closest("td, .report-link, .selection-bar") ?? button.parentElement).append(shown);
		field.focus();
		field.select();
	}
}
(() => {
	const language = document.documentElement.lang || "en";
	const toasts = document.getElementById("toasts");

	// The server reads the time zone of the browser from this cookie.
	const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const known = document.cookie.split("; ").includes(`zone=${zone}`);
	if (zone && !known) {
		document.cookie = `zone=${zone};path=/;max-age=31536000;samesite=lax`;
		if (!document.body.dataset.zone) {
			rewriteTimes();
		}
	}

	// The first page of a new browser has its times in UTC: rewrite them.
	function rewriteTimes() {
		const format = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
		document.querySelectorAll("time[datetime]:not([data-ago]):not([data-countdown], [data-full])").forEach((time) => {
			time.textContent = format.format(new Date(time.dateTime));
		});
	}

	// Update "3 min. ago" and "2d 4h" while the page is open.
	const ago = new Intl.RelativeTimeFormat(language, { numeric: "always", style: "short" });
	const now = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "short" });
	const units = [["month", 2592000, 5184000], ["day", 86400, 86400], ["hour", 3600, 3600], ["minute", 60, 60]];
	const unit = Object.fromEntries(["day", "hour", "minute", "second"].map((name) =>
		[name, new Intl.NumberFormat(language, { style: "unit", unit: name, unitDisplay: "narrow" })]));
	// Times follow the clock of the server, not the clock of the browser.
	const skew = Date.now() - new Date(document.body.dataset.now);

	function since(instant) {
		const seconds = Math.round((Date.now() - skew - instant) / 1000);
		const found = units.find(([, , from]) => Math.abs(seconds) >= from);
		return found ? ago.format(-Math.trunc(seconds / found[1]), found[0]) : now.format(0, "second");
	}

	function left(milliseconds) {
		const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
		const parts = seconds >= 86400 ? [["day", seconds / 86400], ["hour", seconds % 86400 / 3600]]
			: seconds >= 3600 ? [["hour", seconds / 3600], ["minute", seconds % 3600 / 60]]
			: [["minute", seconds / 60], ["second", seconds % 60]];
		return parts.map(([name, value]) => unit[name].format(Math.trunc(value))).join(" ");
	}

	function tick() {
		document.querySelectorAll("time[data-ago]").forEach((time) => {
			time.textContent = since(new Date(time.dateTime));
		});
		document.querySelectorAll("time[data-countdown]").forEach((time) => {
			const rest = new Date(time.dateTime) - Date.now() + skew;
			time.textContent = left(rest);
			time.parentElement.classList.toggle("soon", rest < 86400000);
			if (rest <= 0 && !time.dataset.ended) {
				time.dataset.ended = "true";
				time.dispatchEvent(new CustomEvent("ended", { bubbles: true }));
			}
		});
	}
	tick();

	// On a phone, the current tab may be beside the visible ones.
	document.querySelector(".tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
	setInterval(tick, 1000);
	document.addEventListener("htmx:afterSettle", tick);

	// Toasts: a success disappears after a while, an error stays until the reader closes it.
	function watch(toast) {
		if (!toast.classList?.contains("toast-message")) {
			return;
		}
		// A repeated message replaces the earlier one.
		[...toasts.children].filter((other) => other !== toast && other.textContent === toast.textContent)
			.forEach((other) => other.remove());
		toast.querySelector("[data-dismiss]").addEventListener("click", () => toast.remove());
		if (!toast.classList.contains("toast-error")) {
			let timer = setTimeout(() => toast.remove(), 8000);
			toast.addEventListener("mouseenter", () => clearTimeout(timer));
			toast.addEventListener("mouseleave", () => { timer = setTimeout(() => toast.remove(), 3000); });
		}
	}
	new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach(watch)))
		.observe(toasts, { childList: true });
	// Screen readers announce what is added to a page, but not what it began with.
	toasts.append(...toasts.children);
	document.addEventListener("htmx:sendError", () => {
		toasts.append(document.getElementById("unreachable").content.cloneNode(true));
	});

	// Copy buttons.
	document.addEventListener("click", (event) => {
		const button = event.target.closest("button[data-copy]");
		if (button) {
			copyText(button, button.dataset.copy);
		}
	});

	// The session ended while a form was open: the browser submits it without htmx, and gets a page that keeps its fields.
	document.addEventListener("htmx:beforeOnLoad", (event) => {
		const { elt, requestConfig, xhr } = event.detail;
		const form = elt.closest("form");
		if (!xhr.getResponseHeader("X-Send-Again")) {
			return;
		}
		event.preventDefault();
		if (!form) {
			location.reload();
			return;
		}
		const button = requestConfig.triggeringEvent?.submitter;
		if (button?.name) {
			form.append(Object.assign(document.createElement("input"), { type: "hidden", name: button.name, value: button.value }));
		}
		form.submit();
	});

	// The session ended while a text was being written, and another part of the page noticed it: the text is put back
	// after the sign-in.
	const written = "#main form[method=post] :is(textarea, select, input:not([type=hidden], [type=password], [type=file], [type=checkbox], [type=radio]))[name]";
	document.addEventListener("htmx:beforeOnLoad", (event) => {
		if (!event.detail.xhr.getResponseHeader("HX-Redirect")?.startsWith("/login?")) {
			return;
		}
		document.querySelectorAll(written).forEach((field) => {
			try {
				if (field.value !== (field.defaultValue ?? field.querySelector("[selected]")?.value ?? "")) {
					sessionStorage.setItem(`unsent:${location.pathname}:${field.name}`, field.value);
				}
			} catch {
				// Too long for the browser's storage.
			}
		});
	});
	if (document.getElementById("rail")) {
		document.querySelectorAll(written).forEach((field) => {
			field.value = sessionStorage.getItem(`unsent:${location.pathname}:${field.name}`) ?? field.value;
		});
		Object.keys(sessionStorage).filter((key) => key.startsWith("unsent:")).forEach((key) => sessionStorage.removeItem(key));
	}

	// A long text that was sent is kept until a page shows that it arrived.
	document.addEventListener("submit", (event) => event.target.querySelectorAll("textarea[name]").forEach((area) => {
		try {
			sessionStorage.setItem(`text:${location.pathname}:${area.name}`, area.value);
		} catch {
			// Too long for the browser's storage. The page itself still has the text.
		}
	}));
	if (document.getElementById("rail")) {
		document.querySelectorAll("#main textarea[name]").forEach((area) => {
			area.value ||= sessionStorage.getItem(`text:${location.pathname}:${area.name}`) ?? "";
		});
		Object.keys(sessionStorage).filter((key) => key.startsWith("text:")).forEach((key) => sessionStorage.removeItem(key));
	}

	// While a year is typed, a date field changes with each digit: 0002, 0020, 0202. Filters wait for all four.
	["input", "change"].forEach((name) => document.addEventListener(name, (event) => {
		if (event.target.type === "date" && event.target.value && event.target.value < "1000") {
			event.stopImmediatePropagation();
		}
	}, true));

	// Refuse a file that is too large before it is uploaded.
	document.addEventListener("change", (event) => {
		const limit = Number(event.target.dataset?.maxBytes);
		if (limit && event.target.files) {
			const large = [...event.target.files].some((file) => file.size > limit);
			event.target.setCustomValidity(large ? event.target.dataset.maxMessage : "");
			event.target.reportValidity();
		}
	});

	// Show the loading bar while an answer is slow.
	let waiting = 0;
	const wait = (change) => {
		waiting = Math.max(0, waiting + change);
		document.body.classList.toggle("waiting", waiting > 0);
	};
	document.addEventListener("htmx:beforeSend", () => wait(1));
	document.addEventListener("htmx:afterRequest", () => wait(-1));

	// Menus: one is open at a time. Escape or a click elsewhere closes it.
	const closeMenus = (but) => document.querySelectorAll("details.menu[open]").forEach((menu) => {
		if (menu !== but) {
			menu.open = false;
		}
	});
	document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));
	document.addEventListener("keydown", (event) => {
		if (event.key === "Escape") {
			document.querySelector("details.menu[open] > summary")?.focus();
			closeMenus();
			if (location.hash === "#rail") {
				location.hash = "main";
			}
		}
	});

	// A tap on a time shows its time zone and UTC, which a mouse pointer shows by itself.
	const tip = Object.assign(document.createElement("div"), { className: "tip", popover: "manual" });
	tip.setAttribute("role", "status");
	document.body.append(tip);
	const hideTip = () => tip.matches(":popover-open") && tip.hidePopover();
	document.addEventListener("click", (event) => {
		const time = event.target.closest("time[title]");
		hideTip();
		if (time) {
			tip.textContent = time.title;
			tip.showPopover();
			const { left, bottom } = time.getBoundingClientRect();
			tip.style.left = `${Math.max(8, Math.min(left, document.documentElement.clientWidth - tip.offsetWidth - 8))}px`;
			tip.style.top = `${Math.min(bottom + 6, innerHeight - tip.offsetHeight - 8)}px`;
		}
	});
	document.addEventListener("scroll", hideTip, { capture: true, passive: true });
	document.addEventListener("keydown", (event) => event.key === "Escape" && hideTip());

	// A click beside the link of a row is a click on it, also with the keys and the button that open another tab.
	const rowLink = (target) => !target.closest("a, button, input, label, summary, details, .select, time[title]")
		&& target.closest("tr[data-row]")?.querySelector("a");
	document.addEventListener("click", (event) => {
		const link = rowLink(event.target);
		if (link && !getSelection().toString()) {
			const { ctrlKey, metaKey, shiftKey } = event;
			link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
		}
	});
	document.addEventListener("mousedown", (event) => {
		if (event.button === 1 && rowLink(event.target)) {
			// Windows would start to scroll.
			event.preventDefault();
		}
	});
	document.addEventListener("auxclick", (event) => {
		const link = event.button === 1 && rowLink(event.target);
		if (link) {
			open(link.href, "_blank", "noopener");
		}
	});
})();
