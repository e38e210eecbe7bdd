package dev.segmentation.membership;

import dev.segmentation.shared.NotFoundException;

/**
 * The user is not in one of the segments, or one was named twice.
 */
public class MembershipNotFoundException extends NotFoundException {

	public MembershipNotFoundException() {
		super("relation does not exist");
	}

}
