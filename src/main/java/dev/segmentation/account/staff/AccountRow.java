package dev.segmentation.account.staff;

import java.time.Instant;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * A row of the list: an account or an open invitation.
 *
 * @param accountId {@code null} for an invitation
 * @param invitationId {@code null} for an account
 * @param login {@code null} for an invitation
 * @param expired whether it is an invitation whose link has expired
 * @param secondFactor whether it has a passkey or an authenticator app
 */
public record AccountRow(String ref, @Nullable Long accountId, @Nullable Long invitationId, @Nullable String login,
		@Nullable String fullName, @Nullable String email, Role role, boolean enabled, boolean expired,
		boolean secondFactor, @Nullable Instant lastSignInAt, String sortKey) {

	Cursor cursor(AccountSort sort) {
		return Cursor.after(sort.text(), this.sortKey, this.ref);
	}

	/**
	 * Returns the state of the account.
	 */
	public AccountState state() {
		if (this.invitationId != null) {
			return AccountState.INVITED;
		}
		return this.enabled ? AccountState.ENABLED : AccountState.DISABLED;
	}

}
