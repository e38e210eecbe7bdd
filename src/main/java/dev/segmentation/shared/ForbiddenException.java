package dev.segmentation.shared;

/**
 * Nobody may do this now, or not this account.
 */
public class ForbiddenException extends RefusedException {

	public ForbiddenException(String message) {
		super(message);
	}

}
