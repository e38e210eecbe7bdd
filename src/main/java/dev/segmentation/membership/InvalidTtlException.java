package dev.segmentation.membership;

import dev.segmentation.shared.RefusedException;

/**
 * The time to live cannot be read, is over already, or is longer than ten years.
 */
public class InvalidTtlException extends RefusedException {

	public InvalidTtlException() {
		super("invalid ttl");
	}

}
