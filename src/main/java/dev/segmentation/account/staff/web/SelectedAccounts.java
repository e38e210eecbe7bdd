package dev.segmentation.account.staff.web;

import java.util.List;

import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.page.PageVisit;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Accounts that are changed together.
 *
 * @param accounts their ids
 * @param role their new role; {@code null} before it is chosen
 */
record SelectedAccounts(@NotEmpty(message = "{accounts.selection.empty}") @Size(max = SelectedAccounts.MOST,
		message = "{accounts.selection.long}") List<@NotNull Long> accounts, @Nullable Role role) {

	/** A page shows fewer accounts. */
	static final int MOST = 1000;

	SelectedAccounts(@Nullable List<Long> accounts, @Nullable Role role) {
		this.accounts = (accounts != null) ? accounts.stream().distinct().toList() : List.of();
		this.role = role;
	}

	/**
	 * Returns the page to go back to: the one behind the dialog, or the account's own.
	 */
	String page(PageVisit visit) {
		String current = visit.currentPage();
		if (current.startsWith("/accounts") && !current.startsWith("/accounts/selected")) {
			return current;
		}
		return (this.accounts.size() == 1) ? "/accounts/" + this.accounts.getFirst() : "/accounts";
	}

}
