package dev.segmentation.account;

import dev.segmentation.shared.CurrentAccount;

/**
 * What a password is checked against.
 */
record Credentials(CurrentAccount account, String passwordHash, boolean enabled) {

	@Override
	public String toString() {
		return "Credentials[account=" + this.account + "]";
	}

}
