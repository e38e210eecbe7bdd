package dev.segmentation.account.staff;

import java.time.Instant;

import dev.segmentation.shared.Role;
import dev.segmentation.shared.refusal.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * An account as administrators see it.
 *
 * @param lastSignInAt {@code null} when it never signed in
 * @param hasPassword whether it can sign in by a password
 * @param secondFactor whether it has a passkey or an authenticator app
 */
public record AccountDetails(long id, String login, @Nullable String fullName, @Nullable String email, Role role,
		boolean enabled, boolean hasPassword, boolean secondFactor, Instant createdAt, @Nullable Instant lastSignInAt) {

	static NotFoundException notFound() {
		return new NotFoundException("account.missing", "account does not exist");
	}

	/**
	 * Whether it is the account of a user who signed up.
	 */
	public boolean member() {
		return this.role == Role.MEMBER;
	}

}
