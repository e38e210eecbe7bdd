package dev.segmentation.shared.refusal;

/**
 * A service that this application depends on failed.
 */
public non-sealed class UpstreamException extends RefusedException {

	private final String reason;

	/**
	 * Refuses a request.
	 * @param key the key of the page's message
	 * @param error the error text of the JSON API
	 * @param reason the kind of the failure, for programs
	 */
	public UpstreamException(String key, String error, String reason) {
		super(502, key, error);
		this.reason = reason;
	}

	/**
	 * Returns the kind of the failure for programs, for example {@code api_disabled}.
	 */
	public String reason() {
		return this.reason;
	}

}
