package dev.segmentation.account.staff;

import dev.segmentation.shared.Role;

/**
 * An account that no other transaction changes until this one ends.
 */
record LockedAccount(long id, String login, Role role, boolean enabled) {

	boolean isAdministrator() {
		return this.role == Role.ADMIN && this.enabled;
	}

}
