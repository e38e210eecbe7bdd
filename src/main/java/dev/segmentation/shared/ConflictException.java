package dev.segmentation.shared;

/**
 * The request collides with the present state: a name is taken, or somebody else was
 * faster.
 */
public non-sealed class ConflictException extends RefusedException {

	/**
	 * Refuses a request.
	 * @param key the key of the message for people
	 * @param error the error text of the JSON API
	 * @param arguments the arguments of the message for people
	 */
	public ConflictException(String key, String error, Object... arguments) {
		super(409, key, error, arguments);
	}

}
