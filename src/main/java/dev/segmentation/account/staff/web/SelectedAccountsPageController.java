package dev.segmentation.account.staff.web;

import java.util.function.IntSupplier;

import dev.segmentation.account.staff.Accounts;
import dev.segmentation.account.staff.StaffService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import jakarta.validation.Valid;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Changes the role of selected accounts, or disables them. An account's own page uses it
 * with one selected account.
 */
@PageController
@RequestMapping("/accounts/selected")
class SelectedAccountsPageController {

	private final Accounts accounts;

	private final StaffService staff;

	SelectedAccountsPageController(Accounts accounts, StaffService staff) {
		this.accounts = accounts;
		this.staff = staff;
	}

	/**
	 * Whether the own account is selected, which only another administrator can change.
	 */
	@ModelAttribute("own")
	boolean own(@ModelAttribute("form") SelectedAccounts form, CurrentAccount account) {
		return form.accounts().contains(account.id());
	}

	@GetMapping("/role")
	String roleForm(@ModelAttribute("form") SelectedAccounts form, Model model) {
		return show("accounts/role", form, model);
	}

	@PostMapping("/role")
	String changeRole(@Valid @ModelAttribute("form") SelectedAccounts form, BindingResult errors, PageVisit visit,
			Model model) {
		Role role = form.role();
		if (role == null) {
			errors.rejectValue("role", "accounts.role.none");
		}
		if (role == null || errors.hasErrors()) {
			return show("accounts/role", form, model);
		}
		return change("accounts.role.changed", form, visit,
				() -> this.staff.changeRole(form.accounts(), role, visit.account()));
	}

	@GetMapping("/disable")
	String disableForm(@ModelAttribute("form") SelectedAccounts form, Model model) {
		return show("accounts/disable", form, model);
	}

	@PostMapping("/disable")
	String disable(@Valid @ModelAttribute("form") SelectedAccounts form, BindingResult errors, PageVisit visit,
			Model model) {
		if (errors.hasErrors()) {
			return show("accounts/disable", form, model);
		}
		return change("accounts.disabled", form, visit, () -> this.staff.disable(form.accounts(), visit.account()));
	}

	private static String change(String message, SelectedAccounts form, PageVisit visit, IntSupplier change) {
		try {
			visit.tell(Toast.success(message, change.getAsInt()));
		}
		catch (ConflictException ex) {
			visit.tell(Toast.error(ex.key(), ex.arguments()));
		}
		return "redirect:" + form.page(visit);
	}

	private String show(String view, SelectedAccounts form, Model model) {
		model.addAttribute("selected", this.accounts.findAll(form.accounts()));
		return view;
	}

}
