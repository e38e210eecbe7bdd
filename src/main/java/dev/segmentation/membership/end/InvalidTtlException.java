package dev.segmentation.membership.end;

import dev.segmentation.shared.InvalidInputException;

/**
 * The time to live cannot be read, is over already, or is longer than ten years.
 */
public class InvalidTtlException extends InvalidInputException {

	public InvalidTtlException() {
		super("ttl.invalid", "invalid ttl");
	}

}
