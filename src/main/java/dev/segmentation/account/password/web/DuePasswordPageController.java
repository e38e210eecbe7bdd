package dev.segmentation.account.password.web;

import dev.segmentation.account.password.DuePasswordChanges;
import dev.segmentation.account.password.PasswordRules;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Changes a password that must be changed. All other pages lead here until then.
 */
@PageController
@RequestMapping("/password")
class DuePasswordPageController {

	private static final String VIEW = "account/due-password";

	private final DuePasswordChanges changes;

	private final PasswordRules rules;

	DuePasswordPageController(DuePasswordChanges changes, PasswordRules rules) {
		this.changes = changes;
		this.rules = rules;
	}

	@GetMapping
	String form(PageVisit visit, Model model) {
		model.addAttribute("form", new DuePasswordForm(null, null));
		return this.changes.isDue(visit.account()) ? VIEW : "redirect:/";
	}

	@PostMapping
	String change(@ModelAttribute("form") DuePasswordForm form, BindingResult errors, PageVisit visit) {
		CurrentAccount account = visit.account();
		if (!this.changes.isDue(account)) {
			return "redirect:/";
		}
		this.rules.check(form.password(), form.again(), errors, account.role(), account.login());
		if (!errors.hasErrors()) {
			if (this.changes.change(account, form.password())) {
				return "redirect:/login?chosen";
			}
			errors.rejectValue("password", "password.same");
		}
		return VIEW;
	}

}
