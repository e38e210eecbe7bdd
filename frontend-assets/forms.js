// What was entered into forms survives Back, Forward and Escape, and a form is sent once.
const fields = (() => {
	const entered = ":is(textarea, select, input:not([type=hidden], [type=password], [type=file]), [type=hidden][name=version])[name]";
	const isBox = (field) => field.matches("[type=checkbox], [type=radio]");

	// Fields of the same name are told apart by their order, and boxes by their value.
	function named(scope) {
		const seen = {};
		return [...scope.querySelectorAll(entered)].map((field) => {
			const name = isBox(field) ? `${field.name}=${field.value}` : field.name;
			seen[name] = (seen[name] ?? 0) + 1;
			return [`${name}#${seen[name]}`, field];
		});
	}

	function isChanged(field) {
		if (isBox(field)) {
			return field.checked !== field.defaultChecked;
		}
		const chosen = field.options && ([...field.options].find((option) => option.defaultSelected) ?? field.options[0]);
		return field.value !== (field.options ? chosen?.value : field.defaultValue);
	}

	// Keeps what was changed, together with the version that the reader saw; from the answer to a form everything.
	function values(scope) {
		const all = named(scope);
		const changed = all.filter(([, field]) => isChanged(field) || document.body.dataset.posted);
		const version = changed.length > 0 ? all.filter(([, field]) => field.type === "hidden") : [];
		return Object.fromEntries([...changed, ...version]
			.map(([name, field]) => [name, isBox(field) ? field.checked : field.value]));
	}

	function keep(key, scopes) {
		try {
			sessionStorage.setItem(`fields:${key}`, JSON.stringify(scopes.map(values)));
		} catch {
			// Too long for the browser's storage.
		}
	}

	// Takes the values out of the storage. Boxes come last, because typing into a field may choose its box.
	function restore(key, scopes) {
		const kept = JSON.parse(sessionStorage.getItem(`fields:${key}`) ?? "[]");
		sessionStorage.removeItem(`fields:${key}`);
		const changed = scopes.flatMap((scope, at) => named(scope)
			.map(([name, field]) => [field, kept[at]?.[name]])
			.filter(([field, value]) => value !== undefined && value !== (isBox(field) ? field.checked : field.value)));
		changed.filter(([field]) => !isBox(field)).forEach(([field, value]) => {
			field.value = value;
			field.dispatchEvent(new Event("input", { bubbles: true }));
			// The page may have loaded the value before htmx saw it as a change.
			field.dispatchEvent(new Event("restored", { bubbles: true }));
		});
		changed.filter(([field]) => isBox(field)).forEach(([field, value]) => { field.checked = value; });
	}

	return { keep, restore };
})();

(() => {
	const forms = () => [...document.querySelectorAll("#main form[method=post]")];
	const page = location.pathname + location.search;

	addEventListener("pagehide", () => forms().length > 0 && fields.keep(page, forms()));
	addEventListener("pageshow", (event) => {
		if (!event.persisted && performance.getEntriesByType("navigation")[0]?.type !== "navigate") {
			fields.restore(page, forms());
		}
	});
	if (!document.getElementById("rail")) {
		// Signed out: the next reader of this tab may be another one.
		Object.keys(sessionStorage).filter((key) => key.startsWith("fields:")).forEach((key) => sessionStorage.removeItem(key));
	}
	// Back to the answer to a form would ask whether to send it again. It asks for the page of the address instead.
	if (document.body.dataset.posted) {
		history.replaceState(history.state, "", location.href);
	}

	// A double click sends a form once. Its buttons are disabled after the first submit event, maybe after the second.
	const sent = new WeakSet();
	document.addEventListener("submit", (event) => {
		if (sent.has(event.target)) {
			event.preventDefault();
			event.stopImmediatePropagation();
		}
	}, { capture: true });
	// The page stays when its form downloads a file.
	const hideErrors = (form) => {
		form.querySelectorAll(".field-error").forEach((error) => error.remove());
		form.querySelectorAll(".is-invalid").forEach((field) => {
			field.classList.remove("is-invalid");
			field.removeAttribute("aria-invalid");
		});
	};
	document.addEventListener("submit", (event) => {
		const form = event.target;
		if (event.submitter?.hasAttribute("data-download")) {
			hideErrors(form);
		}
		if (form.method !== "post" || event.submitter?.hasAttribute("data-download")
			|| event.defaultPrevented && !form.matches("#dialog form, [hx-post]")) {
			return;
		}
		sent.add(form);
		setTimeout(() => {
			[...form.elements].filter((button) => button.type === "submit" && !button.disabled).forEach((button) => {
				button.disabled = true;
				button.dataset.sent = "true";
			});
			event.submitter?.classList.add("btn-loading");
		});
	});
	const ready = () => {
		document.querySelectorAll("form").forEach((form) => sent.delete(form));
		document.querySelectorAll("[data-sent], .btn-loading").forEach((button) => {
			button.disabled = false;
			delete button.dataset.sent;
			button.classList.remove("btn-loading");
		});
	};
	document.addEventListener("htmx:afterRequest", (event) => {
		const { requestConfig, xhr } = event.detail;
		// The page is still there while the next one loads.
		if (requestConfig.verb === "post" && !xhr.getResponseHeader("HX-Redirect")) {
			ready();
		}
	});
	addEventListener("pageshow", ready);

	// A click into a field that has its default value selects it, so that typing replaces it.
	document.addEventListener("click", (event) => {
		if (event.target.matches("[data-select-default]") && event.target.value === event.target.defaultValue) {
			event.target.select();
		}
	});

	// Enter applies a filter of one line, and Shift and Enter begin another line.
	document.addEventListener("keydown", (event) => {
		if (event.key !== "Enter" || event.isComposing) {
			return;
		}
		if (event.target.matches("textarea[rows='1']") && !event.shiftKey) {
			event.preventDefault();
			event.target.form.requestSubmit();
		}
		if (event.target.matches("#selection input[type=checkbox]")) {
			// The first button of a selection is no default for its boxes.
			event.preventDefault();
			event.target.click();
		}
	});
})();

// Columns of a file: a button moves a column before the one above it.
document.addEventListener("click", (event) => {
	const button = event.target.closest("[data-move-up]");
	if (button) {
		const row = button.closest("li");
		row.previousElementSibling?.before(row);
		(row.previousElementSibling ? button : row.querySelector("input")).focus();
	}
});
