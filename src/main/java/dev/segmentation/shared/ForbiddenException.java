package dev.segmentation.shared;

/**
 * The account may not do this.
 */
public non-sealed class ForbiddenException extends RefusedException {

	/**
	 * Refuses a request.
	 * @param key the key of the message for people
	 * @param error the error text of the JSON API
	 * @param arguments the arguments of the message for people
	 */
	public ForbiddenException(String key, String error, Object... arguments) {
		super(403, key, error, arguments);
	}

}
