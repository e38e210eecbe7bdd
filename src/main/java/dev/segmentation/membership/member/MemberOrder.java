package dev.segmentation.membership.member;

/**
 * The orders of a list of members.
 */
public enum MemberOrder {

	/** By id. */
	ID,

	/** The newest members first. */
	NEWEST,

	/** Only members with an end, the next to expire first. */
	END,

	/** By login. */
	LOGIN

}
