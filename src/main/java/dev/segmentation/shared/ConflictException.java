package dev.segmentation.shared;

/**
 * The request collides with what is already there.
 */
public class ConflictException extends RefusedException {

	public ConflictException(String message) {
		super(message);
	}

}
