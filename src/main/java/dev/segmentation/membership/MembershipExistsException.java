package dev.segmentation.membership;

import dev.segmentation.shared.RefusedException;

/**
 * The user is already in one of the segments, or one was named twice.
 */
public class MembershipExistsException extends RefusedException {

	public MembershipExistsException() {
		super("relation already exists");
	}

}
