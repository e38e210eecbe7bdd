package dev.segmentation.shared;

/**
 * What the request names does not exist.
 */
public non-sealed class NotFoundException extends RefusedException {

	/**
	 * Refuses a request.
	 * @param key the key of the message for people
	 * @param error the error text of the JSON API
	 * @param arguments the arguments of the message for people
	 */
	public NotFoundException(String key, String error, Object... arguments) {
		super(404, key, error, arguments);
	}

}
