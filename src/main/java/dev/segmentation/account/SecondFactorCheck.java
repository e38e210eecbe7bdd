package dev.segmentation.account;

import dev.segmentation.shared.CurrentAccount;

/**
 * Tells whether a password alone is enough to sign in.
 */
public interface SecondFactorCheck {

	/**
	 * Whether the account has a second factor, or its role must have one.
	 */
	boolean isNeeded(CurrentAccount account);

}
