package dev.segmentation.shared;

/**
 * What the request names does not exist.
 */
public class NotFoundException extends RefusedException {

	public NotFoundException(String message) {
		super(message);
	}

}
