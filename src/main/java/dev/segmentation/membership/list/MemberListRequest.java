package dev.segmentation.membership.list;

import dev.segmentation.membership.end.Ttl;
import org.jspecify.annotations.Nullable;

/**
 * A list of users and what to do with its users.
 *
 * @param ttl the lifetime of the memberships; {@code null} without end
 * @param note the reason, for the history; empty without one
 */
public record MemberListRequest(ListSource list, ListChange change, PresentEnds present, @Nullable Ttl ttl,
		String note) {

	/**
	 * Creates a request that adds users and does not change members.
	 */
	public static MemberListRequest add(ListSource list, @Nullable Ttl ttl) {
		return new MemberListRequest(list, ListChange.ADD, PresentEnds.LEAVE, ttl, "");
	}

}
