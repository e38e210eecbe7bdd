package dev.segmentation.shared;

/**
 * The request cannot be read, lacks something or holds something out of range.
 */
public class InvalidInputException extends RefusedException {

	public InvalidInputException() {
		super("invalid input");
	}

}
