package dev.segmentation.shared;

/**
 * A limit of this instance is reached. A later request may succeed.
 */
public non-sealed class BusyException extends RefusedException {

	/** Clients should wait this long before the next try. */
	public static final int RETRY_AFTER_SECONDS = 30;

	/**
	 * Refuses a request.
	 * @param key the key of the page's message
	 * @param error the error text of the JSON API
	 */
	public BusyException(String key, String error) {
		super(503, key, error);
	}

}
