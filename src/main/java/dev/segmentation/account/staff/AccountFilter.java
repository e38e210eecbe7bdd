package dev.segmentation.account.staff;

import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of a list and their order.
 *
 * @param query a part of the login, e-mail or name, in any case; empty for all
 * @param role {@code null} for all staff
 * @param state {@code null} for all states
 * @param factor {@code null} for accounts with and without a second factor
 */
public record AccountFilter(String query, @Nullable Role role, @Nullable AccountState state,
		@Nullable FactorFilter factor, AccountSort sort, boolean descending) {

	/** All staff and all open invitations. */
	public static final AccountFilter STAFF = new AccountFilter("", null, null, null, AccountSort.LOGIN, false);

	/** Whether the list shows signed-up users instead of staff. */
	boolean isOfMembers() {
		return this.role == Role.MEMBER;
	}

	/** Whether the list can contain invitations. Only staff is invited. */
	boolean hasInvitations() {
		return !isOfMembers() && this.factor == null && (this.state == null || this.state == AccountState.INVITED);
	}

}
