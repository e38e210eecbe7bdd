package dev.segmentation.membership.member;

import java.util.List;

/**
 * Selected members of a segment.
 */
public sealed interface MemberSelection {

	/** The most users of a selection by id. A longer one needs a filter. */
	int MOST = 1000;

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
