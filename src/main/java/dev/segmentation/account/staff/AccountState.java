package dev.segmentation.account.staff;

/**
 * The state of an account in the list of accounts.
 */
public enum AccountState {

	ENABLED("a.enabled"),
	/** Enabled, but it was never used on pages or through the API. */
	NEVER("a.enabled AND a.last_sign_in_at IS NULL"),
	/** An open invitation, which is no account yet. */
	INVITED("false"), DISABLED("NOT a.enabled");

	private final String condition;

	AccountState(String condition) {
		this.condition = condition;
	}

	/** Returns the condition for accounts in SQL. */
	String condition() {
		return this.condition;
	}

}
