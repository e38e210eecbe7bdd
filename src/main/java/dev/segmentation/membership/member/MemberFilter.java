package dev.segmentation.membership.member;

/**
 * The members of a list and their order.
 *
 * @param search an id, an external id, or the start of a login or an e-mail address;
 * empty for all members
 * @param ending only members with an end, the next to expire first; otherwise all members
 * by id
 */
public record MemberFilter(String search, boolean ending) {

	/** All members by id. */
	public static final MemberFilter ALL = new MemberFilter("", false);

}
