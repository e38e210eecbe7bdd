package dev.segmentation.shared;

/**
 * A request that cannot be granted as it stands, through no fault of the program. The
 * message is the error text of the JSON API; pages have words of their own.
 */
public abstract class RefusedException extends RuntimeException {

	private final String error;

	protected RefusedException(String error) {
		super(error);
		this.error = error;
	}

	/**
	 * What kind of refusal it is, in the names of the messages that explain it.
	 */
	public String kind() {
		return getClass().getSimpleName();
	}

	/**
	 * The error text of the JSON API.
	 */
	public String error() {
		return this.error;
	}

}
