package dev.segmentation.shared.refusal;

/**
 * The object of the request does not exist.
 */
public non-sealed class NotFoundException extends RefusedException {

	/**
	 * Refuses a request.
	 * @param key the key of the page's message
	 * @param error the error text of the JSON API
	 * @param arguments the arguments of the page's message
	 */
	public NotFoundException(String key, String error, Object... arguments) {
		super(404, key, error, arguments);
	}

}
