package dev.segmentation.account.profile.web;

import dev.segmentation.account.BrowserSession;
import dev.segmentation.account.PasswordChanges;
import dev.segmentation.account.SessionGeneration;
import dev.segmentation.account.attempt.KnownBrowsers;
import dev.segmentation.account.password.PasswordRules;
import dev.segmentation.account.profile.ProfileService;
import dev.segmentation.account.session.SessionList;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Changes the password of the own account.
 */
@PageController
@RequestMapping("/account/password")
class PasswordPageController {

	private static final String VIEW = "account/password";

	private final PasswordChanges passwords;

	private final PasswordRules rules;

	private final ProfileService profiles;

	private final SessionList sessions;

	private final KnownBrowsers browsers;

	PasswordPageController(PasswordChanges passwords, PasswordRules rules, ProfileService profiles,
			SessionList sessions, KnownBrowsers browsers) {
		this.passwords = passwords;
		this.rules = rules;
		this.profiles = profiles;
		this.sessions = sessions;
		this.browsers = browsers;
	}

	@ModelAttribute("hasPassword")
	boolean hasPassword(CurrentAccount account) {
		return this.passwords.hasPassword(account);
	}

	@GetMapping
	String show(Model model) {
		model.addAttribute("form", PasswordForm.empty());
		return VIEW;
	}

	@PostMapping
	String change(@ModelAttribute("form") PasswordForm form, BindingResult errors, PageVisit visit,
			HttpServletRequest request, HttpServletResponse response) {
		check(form, visit.account(), errors);
		if (!errors.hasErrors() && !this.passwords.change(visit.account(), form.present(), form.password())) {
			errors.rejectValue("present", "profile.password.wrong");
		}
		if (errors.hasErrors()) {
			return VIEW;
		}
		if (form.endsOthers()) {
			HttpSession session = request.getSession();
			SessionGeneration.keep(session, this.sessions.endOthers(visit.account(), BrowserSession.of(session).id()));
		}
		request.changeSessionId();
		this.browsers.remember(request, response, visit.account().login());
		visit.tell(Toast.success(form.endsOthers() ? "profile.password.changed.others" : "profile.password.changed"));
		return "redirect:/account/password";
	}

	private void check(PasswordForm form, CurrentAccount account, Errors errors) {
		this.rules.check(form.password(), form.again(), errors, account.role(), account.login(),
				this.profiles.read(account).email());
	}

}
