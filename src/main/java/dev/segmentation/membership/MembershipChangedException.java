package dev.segmentation.membership;

import dev.segmentation.shared.refusal.ConflictException;

/**
 * The membership is no longer the one that the account saw: the user was removed and
 * added again.
 */
public class MembershipChangedException extends ConflictException {

	MembershipChangedException() {
		super("membership.changed", "membership was changed");
	}

}
