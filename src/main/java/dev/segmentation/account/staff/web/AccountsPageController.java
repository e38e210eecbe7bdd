package dev.segmentation.account.staff.web;

import java.util.OptionalLong;

import dev.segmentation.account.staff.AccountFilter;
import dev.segmentation.account.staff.AccountRow;
import dev.segmentation.account.staff.Accounts;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageLinks;
import dev.segmentation.shared.web.page.PageVisit;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * The list of accounts and open invitations.
 */
@PageController
class AccountsPageController {

	private final Accounts accounts;

	AccountsPageController(Accounts accounts) {
		this.accounts = accounts;
	}

	@GetMapping("/accounts")
	@HtmxFragment("table")
	String list(@ModelAttribute("form") AccountListForm form, PageVisit visit, Model model) {
		Page<AccountRow> page = this.accounts.list(form.filter(), form.cursor(), Page.SIZE);
		PageLinks links = form.url().links(page, form.cursor());
		visit.pushUrl(links.self());
		model.addAttribute("filter", form.filter())
			.addAttribute("count", number(this.accounts.count(AccountFilter.STAFF)))
			.addAttribute("matching", number(this.accounts.count(form.filter())))
			.addAttribute("page", page)
			.addAttribute("links", links);
		return "accounts/list";
	}

	private static @Nullable Long number(OptionalLong count) {
		return count.isPresent() ? count.getAsLong() : null;
	}

}
