package dev.segmentation.shared.refusal;

/**
 * The request conflicts with the present state: a name is taken, or another request
 * changed the data first.
 */
public non-sealed class ConflictException extends RefusedException {

	/**
	 * Refuses a request.
	 * @param key the key of the page's message
	 * @param error the error text of the JSON API
	 * @param arguments the arguments of the page's message
	 */
	public ConflictException(String key, String error, Object... arguments) {
		super(409, key, error, arguments);
	}

}
