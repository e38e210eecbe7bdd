package dev.segmentation.shared;

import java.util.List;

/**
 * A request that cannot be granted as it stands, through no fault of the program. Pages
 * explain it by its message key, the JSON API by its error text.
 */
public abstract sealed class RefusedException extends RuntimeException
		permits InvalidInputException, ForbiddenException, NotFoundException, ConflictException, UpstreamException {

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
	 * The HTTP status of a page.
	 */
	public int status() {
		return this.status;
	}

	/**
	 * The key of the message for people, {@code segment.exists} for example.
	 */
	public String key() {
		return this.key;
	}

	/**
	 * The arguments of the message for people.
	 */
	public Object[] arguments() {
		return this.arguments.toArray();
	}

	/**
	 * The error text of the JSON API.
	 */
	public String error() {
		return this.error;
	}

}
