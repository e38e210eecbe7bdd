package dev.segmentation.account.staff.web;

import dev.segmentation.account.staff.AccountDetails;
import dev.segmentation.account.staff.Accounts;
import dev.segmentation.account.staff.StaffService;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page of an account.
 */
@PageController
@RequestMapping("/accounts/{id}")
class AccountPageController {

	private final Accounts accounts;

	private final StaffService staff;

	AccountPageController(Accounts accounts, StaffService staff) {
		this.accounts = accounts;
		this.staff = staff;
	}

	@ModelAttribute("shown")
	AccountDetails shown(@PathVariable long id) {
		return this.accounts.get(id);
	}

	@GetMapping
	String detail() {
		return "accounts/detail";
	}

	@PostMapping("/enable")
	String enable(@ModelAttribute("shown") AccountDetails shown, PageVisit visit) {
		this.staff.enable(shown.id(), visit.account());
		visit.tell(Toast.success("accounts.enabled", shown.login()));
		return "redirect:/accounts/" + shown.id();
	}

	@PostMapping("/sign-out")
	String signOut(@ModelAttribute("shown") AccountDetails shown, PageVisit visit) {
		this.staff.signOut(shown.id(), visit.account());
		if (shown.id() == visit.account().id()) {
			return "redirect:/login?signedOut";
		}
		visit.tell(Toast.success("accounts.signedOut", shown.login()));
		return "redirect:/accounts/" + shown.id();
	}

	@GetMapping("/delete")
	String deleteForm(Model model) {
		model.addAttribute("form", new DeleteAccountForm(null));
		return "accounts/delete";
	}

	@PostMapping("/delete")
	String delete(@ModelAttribute("shown") AccountDetails shown, @ModelAttribute("form") DeleteAccountForm form,
			BindingResult errors, PageVisit visit) {
		if (!form.confirms(shown.login())) {
			errors.rejectValue("login", "accounts.delete.mismatch");
			return "accounts/delete";
		}
		try {
			this.staff.delete(shown.id(), visit.account());
			visit.tell(Toast.success("accounts.deleted", shown.login()));
			return "redirect:/accounts";
		}
		catch (ConflictException ex) {
			visit.tell(Toast.error(ex.key(), ex.arguments()));
			return "redirect:/accounts/" + shown.id();
		}
	}

}
