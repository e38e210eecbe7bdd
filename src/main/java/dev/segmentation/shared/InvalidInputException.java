package dev.segmentation.shared;

/**
 * The request cannot be read, lacks something or holds something out of range.
 */
public non-sealed class InvalidInputException extends RefusedException {

	/**
	 * Refuses a request that only a program sends: no page leads to it.
	 */
	public InvalidInputException() {
		this("invalid", "invalid input");
	}

	/**
	 * Refuses a request.
	 * @param key the key of the message for people
	 * @param error the error text of the JSON API
	 * @param arguments the arguments of the message for people
	 */
	public InvalidInputException(String key, String error, Object... arguments) {
		super(400, key, error, arguments);
	}

}
