package dev.segmentation.membership;

import dev.segmentation.shared.refusal.InvalidInputException;

/**
 * The user is already in one of the segments, or the request names a segment twice.
 */
public class MembershipExistsException extends InvalidInputException {

	public MembershipExistsException() {
		super("membership.exists", "relation already exists");
	}

}
