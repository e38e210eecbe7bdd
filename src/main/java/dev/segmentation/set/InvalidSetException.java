package dev.segmentation.set;

import java.util.List;

/**
 * An expression cannot be read as a set of users.
 */
public class InvalidSetException extends RuntimeException {

	private final String key;

	private final List<Object> arguments;

	InvalidSetException(String key, Object... arguments) {
		this.key = key;
		this.arguments = List.of(arguments);
	}

	/**
	 * Returns the key of the message that says what is wrong.
	 */
	public String key() {
		return this.key;
	}

	public List<Object> arguments() {
		return this.arguments;
	}

}
