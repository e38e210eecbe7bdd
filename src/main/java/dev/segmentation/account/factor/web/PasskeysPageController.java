package dev.segmentation.account.factor.web;

import java.util.List;

import dev.segmentation.account.factor.code.SecondFactorCodes;
import dev.segmentation.account.factor.passkey.Passkey;
import dev.segmentation.account.factor.passkey.PasskeyRefusedException;
import dev.segmentation.account.factor.passkey.Passkeys;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageRequests;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.registration.HttpSessionPublicKeyCredentialCreationOptionsRepository;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The passkeys of the signed-in account. A script gets the options, asks the browser for
 * a passkey, and sends the form with its answer.
 */
@PageController
@RequestMapping("/account/passkeys")
class PasskeysPageController {

	private static final String PAGE = "/account/passkeys";

	private static final String PASSKEY_VIEW = "account/passkey";

	private final Passkeys passkeys;

	private final SecondFactorCodes codes;

	private final FactorPage page;

	private final HttpSessionPublicKeyCredentialCreationOptionsRepository asked = new HttpSessionPublicKeyCredentialCreationOptionsRepository();

	PasskeysPageController(Passkeys passkeys, SecondFactorCodes codes, FactorPage page) {
		this.passkeys = passkeys;
		this.codes = codes;
		this.page = page;
	}

	@GetMapping
	String list(PageVisit visit, HttpSession session, Model model) {
		model.addAttribute("form", new PasskeyForm(null, null));
		return this.page.show(visit.account(), session, model);
	}

	@ResponseBody
	@PostMapping(path = "/options", produces = MediaType.APPLICATION_JSON_VALUE)
	String options(CurrentAccount account, HttpServletRequest request, HttpServletResponse response) {
		PublicKeyCredentialCreationOptions options = this.passkeys.creationOptions(account,
				PageRequests.address(request));
		this.asked.save(request, response, options);
		return this.passkeys.write(options);
	}

	@PostMapping
	String add(@Valid @ModelAttribute("form") PasskeyForm form, BindingResult errors, PageVisit visit, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		PublicKeyCredentialCreationOptions options = take(request, response);
		if (errors.hasErrors() || options == null) {
			return refuse(errors, visit, request.getSession(), model);
		}
		try {
			this.passkeys.add(visit.account(), options, form.credential(), form.name(), PageRequests.address(request));
		}
		catch (PasskeyRefusedException ex) {
			return refuse(errors, visit, request.getSession(), model);
		}
		catch (ConflictException ex) {
			visit.tell(Toast.error(ex.key(), ex.arguments()));
			return "redirect:" + PAGE;
		}
		visit.tell(Toast.success("factor.passkey.added", form.name()));
		List<String> made = this.codes.makeFirst(visit.account());
		model.addAttribute("codes", made);
		return made.isEmpty() ? "redirect:" + PAGE : "account/recovery-codes";
	}

	/** Each challenge is answered once. */
	private @Nullable PublicKeyCredentialCreationOptions take(HttpServletRequest request,
			HttpServletResponse response) {
		PublicKeyCredentialCreationOptions options = this.asked.load(request);
		this.asked.save(request, response, null);
		return options;
	}

	private String refuse(BindingResult errors, PageVisit visit, HttpSession session, Model model) {
		if (!errors.hasErrors()) {
			errors.reject("factor.passkey.refused");
		}
		return this.page.show(visit.account(), session, model);
	}

	@GetMapping("/{id}")
	String show(@PathVariable long id, CurrentAccount account, Model model) {
		Passkey passkey = this.passkeys.get(account, id);
		model.addAttribute("passkey", passkey).addAttribute("form", new PasskeyForm(passkey.name(), null));
		return PASSKEY_VIEW;
	}

	@PostMapping("/{id}")
	String rename(@PathVariable long id, @Valid @ModelAttribute("form") PasskeyForm form, BindingResult errors,
			PageVisit visit, Model model) {
		if (errors.hasErrors()) {
			model.addAttribute("passkey", this.passkeys.get(visit.account(), id));
			return PASSKEY_VIEW;
		}
		this.passkeys.rename(visit.account(), id, form.name());
		visit.tell(Toast.success("factor.passkey.renamed", form.name()));
		return "redirect:" + PAGE;
	}

	@PostMapping("/{id}/remove")
	String remove(@PathVariable long id, PageVisit visit) {
		this.passkeys.remove(visit.account(), id);
		visit.tell(Toast.success("factor.passkey.removed"));
		return "redirect:" + PAGE;
	}

}
