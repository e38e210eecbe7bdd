package dev.segmentation.account.link.web;

import dev.segmentation.account.link.PasswordResets;
import dev.segmentation.account.staff.AccountDetails;
import dev.segmentation.account.staff.Accounts;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Makes one-time links for a new password.
 */
@PageController
@RequestMapping("/accounts/{id}/reset")
class PasswordResetPageController {

	private final Accounts accounts;

	private final PasswordResets resets;

	private final ShownLinks links;

	PasswordResetPageController(Accounts accounts, PasswordResets resets, ShownLinks links) {
		this.accounts = accounts;
		this.resets = resets;
		this.links = links;
	}

	@ModelAttribute("shown")
	AccountDetails shown(@PathVariable long id) {
		return this.accounts.get(id);
	}

	@GetMapping
	String resetForm() {
		return "accounts/reset";
	}

	@PostMapping
	String reset(@ModelAttribute("shown") AccountDetails shown, PageVisit visit, Model model) {
		try {
			return this.links.show(this.resets.reset(shown.id(), visit.account()), visit, model);
		}
		catch (ConflictException ex) {
			visit.tell(Toast.error(ex.key(), ex.arguments()));
			return "redirect:/accounts/" + shown.id();
		}
	}

}
