package dev.segmentation.account.factor;

/**
 * The passkeys and second factors of an account.
 *
 * @param app whether the account has an authenticator app
 * @param recoveryCodes the recovery codes that are not used yet
 */
public record FactorState(long passkeys, boolean app, long recoveryCodes) {

	/**
	 * Whether the account has a second factor, so that its password is not enough.
	 */
	public boolean isSetUp() {
		return this.app || this.passkeys > 0;
	}

}
