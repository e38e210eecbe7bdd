package dev.segmentation.shared.refusal;

import java.util.List;

/**
 * Refuses a request that is correct for the program but cannot be granted. Pages explain
 * the refusal with its message key, the JSON API with its error text.
 */
public abstract sealed class RefusedException extends RuntimeException permits InvalidInputException,
		ForbiddenException, NotFoundException, ConflictException, UpstreamException, BusyException {

	private final int status;

	private final String key;

	private final String error;

	private final List<Object> arguments;

	RefusedException(int status, String key, String error, Object... arguments) {
		super(error);
		this.status = status;
		this.key = key;
		this.error = error;
		this.arguments = List.of(arguments);
	}

	/**
	 * Returns the HTTP status of the page.
	 */
	public int status() {
		return this.status;
	}

	/**
	 * Returns the key of the page's message, for example {@code segment.exists}.
	 */
	public String key() {
		return this.key;
	}

	/**
	 * Returns the arguments of the page's message.
	 */
	public Object[] arguments() {
		return this.arguments.toArray();
	}

	/**
	 * Returns the error text of the JSON API.
	 */
	public String error() {
		return this.error;
	}

}
