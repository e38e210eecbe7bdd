// Passkeys: the form asks the browser for one, and is sent with its answer.
(() => {
	// Browsers offer passkeys on pages with HTTPS, and on localhost.
	if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
		return;
	}
	document.querySelectorAll("form[data-passkey]").forEach((form) => { form.hidden = false; });
	// The browser cannot focus a button of a hidden form while it loads the page.
	document.querySelector("form[data-passkey] [data-focus]")?.focus();
	document.querySelectorAll("[data-no-passkeys]").forEach((text) => { text.hidden = true; });

	async function ask(form) {
		const answer = await fetch(form.dataset.options,
			{ method: "POST", headers: JSON.parse(document.body.getAttribute("hx-headers")) });
		if (!answer.ok) {
			throw new Error(`The server answered ${answer.status}`);
		}
		const options = await answer.json();
		return form.dataset.passkey === "create"
			? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
			: navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
	}

	// Before the other listeners, so that the button stays enabled while the browser asks its user.
	document.addEventListener("submit", async (event) => {
		const form = event.target;
		if (!form.matches("form[data-passkey]")) {
			return;
		}
		event.preventDefault();
		const failed = form.querySelector("[data-failed]");
		failed.hidden = true;
		try {
			form.elements.credential.value = JSON.stringify(await ask(form));
			// The box is in the form with the password.
			if (document.querySelector(".login [name=remember]:checked")) {
				form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "remember", value: "true" }));
			}
			form.submit();
		} catch {
			failed.hidden = false;
		}
	}, true);
})();
