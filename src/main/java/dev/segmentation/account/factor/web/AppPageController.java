package dev.segmentation.account.factor.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.segmentation.account.factor.code.AppSetup;
import dev.segmentation.account.factor.code.AuthenticatorApps;
import dev.segmentation.account.factor.code.CodeAnswer;
import dev.segmentation.account.factor.code.SecondFactorCodes;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The authenticator app and the recovery codes of the signed-in account.
 */
@PageController
@RequestMapping("/account")
class AppPageController {

	private static final String ISSUER = "User Segmentation";

	private static final String BACK = "redirect:/account/passkeys";

	private static final String CODES_VIEW = "account/recovery-codes";

	private final AuthenticatorApps apps;

	private final SecondFactorCodes codes;

	AppPageController(AuthenticatorApps apps, SecondFactorCodes codes) {
		this.apps = apps;
		this.codes = codes;
	}

	@PostMapping("/app")
	String begin(CurrentAccount account) {
		this.apps.begin(account);
		return "redirect:/account/app";
	}

	@GetMapping("/app")
	String setup(CurrentAccount account, Model model) {
		model.addAttribute("form", new CodeForm(null));
		return show(account, model);
	}

	private String show(CurrentAccount account, Model model) {
		Optional<AppSetup> setup = this.apps.findSetup(account, ISSUER);
		model.addAttribute("setup", setup.orElse(null));
		return setup.isPresent() ? "account/app" : BACK;
	}

	@PostMapping("/app/confirm")
	String confirm(@ModelAttribute("form") CodeForm form, BindingResult errors, PageVisit visit, Model model) {
		switch (this.apps.confirm(visit.account(), form.code())) {
			case CodeAnswer.Correct() -> {
				return added(visit, model);
			}
			case CodeAnswer.Wrong() -> errors.rejectValue("code", "login.code.wrong");
			case CodeAnswer.TooMany(Duration rest) -> {
				errors.rejectValue("code", "login.code.wait", new Object[] { rest.toSeconds() + 1 }, "");
				visit.answer(HttpStatus.TOO_MANY_REQUESTS);
			}
		}
		return show(visit.account(), model);
	}

	private String added(PageVisit visit, Model model) {
		visit.tell(Toast.success("factor.app.added"));
		List<String> made = this.codes.makeFirst(visit.account());
		model.addAttribute("codes", made);
		return made.isEmpty() ? BACK : CODES_VIEW;
	}

	@GetMapping("/app/remove")
	String removeForm() {
		return "account/app-remove";
	}

	@PostMapping("/app/remove")
	String remove(PageVisit visit) {
		this.apps.remove(visit.account());
		visit.tell(Toast.success("factor.app.removed"));
		return BACK;
	}

	@PostMapping("/recovery-codes")
	String renewCodes(CurrentAccount account, Model model) {
		List<String> made = this.codes.renew(account);
		model.addAttribute("codes", made);
		return made.isEmpty() ? BACK : CODES_VIEW;
	}

}
