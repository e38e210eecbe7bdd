package dev.segmentation.account.factor.web;

import dev.segmentation.account.PasswordChanges;
import dev.segmentation.account.RecentSignIn;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.PageController;
import jakarta.servlet.http.HttpSession;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Asks for the password again before an account gets another way to sign in.
 */
@PageController
@RequestMapping("/account/confirm")
class ConfirmationPageController {

	private static final String VIEW = "account/confirm";

	private final PasswordChanges passwords;

	private final RecentSignIn recent;

	ConfirmationPageController(PasswordChanges passwords, RecentSignIn recent) {
		this.passwords = passwords;
		this.recent = recent;
	}

	@ModelAttribute("hasPassword")
	boolean hasPassword(CurrentAccount account) {
		return this.passwords.hasPassword(account);
	}

	@GetMapping
	String show(HttpSession session, Model model) {
		if (this.recent.isRecent(session)) {
			return "redirect:/account/passkeys";
		}
		model.addAttribute("form", new ConfirmationForm(null));
		return VIEW;
	}

	@PostMapping
	String confirm(@ModelAttribute("form") ConfirmationForm form, BindingResult errors, CurrentAccount account,
			HttpSession session) {
		if (!this.passwords.isPresent(account, form.present())) {
			errors.rejectValue("present", "profile.password.wrong");
			return VIEW;
		}
		this.recent.confirm(session);
		return "redirect:/account/passkeys";
	}

}
