package dev.segmentation.shared.refusal;

/**
 * A service that this application depends on failed.
 */
public non-sealed class UpstreamException extends RefusedException {

	/**
	 * Refuses a request.
	 * @param key the key of the page's message
	 * @param error the error text of the JSON API
	 * @param arguments the arguments of the page's message
	 */
	public UpstreamException(String key, String error, Object... arguments) {
		super(502, key, error, arguments);
	}

}
