package dev.segmentation.shared;

/**
 * A service that this application relies on did not do its part.
 */
public non-sealed class UpstreamException extends RefusedException {

	/**
	 * Refuses a request.
	 * @param key the key of the message for people
	 * @param error the error text of the JSON API
	 * @param arguments the arguments of the message for people
	 */
	public UpstreamException(String key, String error, Object... arguments) {
		super(502, key, error, arguments);
	}

}
