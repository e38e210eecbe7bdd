package dev.segmentation.account.company;

/**
 * The provider knows the person, but the application does not let them in.
 */
public class CompanyRefusedException extends RuntimeException {

	private final Reason reason;

	CompanyRefusedException(Reason reason) {
		super("The company's sign-on was refused: " + reason);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	/**
	 * Why the person is refused.
	 */
	public enum Reason {

		/** No claim gives a role. */
		NO_ROLE,

		/** The account is disabled or deleted. */
		DISABLED

	}

}
