package dev.segmentation.membership.end;

import dev.segmentation.shared.refusal.InvalidInputException;

/**
 * The time to live is unreadable, is in the past, or is longer than ten years.
 */
public class InvalidTtlException extends InvalidInputException {

	public InvalidTtlException() {
		super("ttl.invalid", "invalid ttl");
	}

}
