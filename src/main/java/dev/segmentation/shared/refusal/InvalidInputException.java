package dev.segmentation.shared.refusal;

/**
 * The request is unreadable, incomplete, or has a value that is out of range.
 */
public non-sealed class InvalidInputException extends RefusedException {

	/**
	 * Refuses a request that no page sends, so it needs no message of its own.
	 */
	public InvalidInputException() {
		this("invalid", "invalid input");
	}

	/**
	 * Refuses a request.
	 * @param key the key of the page's message
	 * @param error the error text of the JSON API
	 * @param arguments the arguments of the page's message
	 */
	public InvalidInputException(String key, String error, Object... arguments) {
		super(400, key, error, arguments);
	}

}
