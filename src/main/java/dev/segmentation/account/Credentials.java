package dev.segmentation.account;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * An account with the hash of its password.
 *
 * @param userId the user of the account; {@code null} for staff and integrations
 * @param passwordHash {@code null} for an account without a password
 */
record Credentials(long id, String login, Role role, @Nullable Long userId, @Nullable String passwordHash,
		boolean enabled, int generation) {

	CurrentAccount account() {
		return new CurrentAccount(this.id, this.login, this.role, this.userId, this.generation);
	}

	@Override
	public String toString() {
		return "Credentials[account=" + account() + "]";
	}

}
