package dev.segmentation.membership.member;

import java.util.List;

/**
 * Selected members of a segment.
 */
public sealed interface MemberSelection {

	/**
	 * Users by id.
	 */
	record Users(List<Long> ids) implements MemberSelection {
	}

	/**
	 * All members that match a filter when the act begins.
	 */
	record Matching(MemberFilter filter) implements MemberSelection {
	}

}
