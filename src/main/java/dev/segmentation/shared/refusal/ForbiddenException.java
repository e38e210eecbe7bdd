package dev.segmentation.shared.refusal;

/**
 * The account has no permission for this action.
 */
public non-sealed class ForbiddenException extends RefusedException {

	/**
	 * Refuses a request.
	 * @param key the key of the page's message
	 * @param error the error text of the JSON API
	 * @param arguments the arguments of the page's message
	 */
	public ForbiddenException(String key, String error, Object... arguments) {
		super(403, key, error, arguments);
	}

}
