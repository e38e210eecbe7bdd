package dev.segmentation.shared.refusal;

/**
 * A limit of this instance is reached. A later request may succeed.
 */
public non-sealed class BusyException extends RefusedException {

	/** Clients should wait this long before they try long work again. */
	public static final int RETRY_AFTER_SECONDS = 30;

	private final int retryAfterSeconds;

	/**
	 * Refuses long work.
	 * @param key the key of the page's message
	 * @param error the error text of the JSON API
	 */
	public BusyException(String key, String error) {
		this(503, key, error, RETRY_AFTER_SECONDS);
	}

	private BusyException(int status, String key, String error, int retryAfterSeconds, Object... arguments) {
		super(status, key, error, arguments);
		this.retryAfterSeconds = retryAfterSeconds;
	}

	/**
	 * Refuses one of too many short requests.
	 * @param key the key of the page's message
	 * @param arguments the arguments of the page's message
	 */
	public static BusyException tooManyRequests(String key, int retryAfterSeconds, Object... arguments) {
		return new BusyException(429, key, "too many requests", retryAfterSeconds, arguments);
	}

	/**
	 * Returns how long the client should wait before the next try.
	 */
	public int retryAfterSeconds() {
		return this.retryAfterSeconds;
	}

}
