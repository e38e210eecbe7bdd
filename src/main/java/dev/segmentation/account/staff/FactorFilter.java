package dev.segmentation.account.staff;

/**
 * The accounts of a list by their second factor. Invitations are no accounts yet.
 */
public enum FactorFilter {

	/** With a passkey or an authenticator app. */
	SET(StaffRepository.SECOND_FACTOR),
	/** Without both. */
	NONE("NOT " + StaffRepository.SECOND_FACTOR);

	private final String condition;

	FactorFilter(String condition) {
		this.condition = condition;
	}

	/** Returns the condition for accounts in SQL. */
	String condition() {
		return this.condition;
	}

}
