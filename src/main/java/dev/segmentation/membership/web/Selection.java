package dev.segmentation.membership.web;

import java.util.List;

import dev.segmentation.membership.member.MemberSelection;
import org.jspecify.annotations.Nullable;

/**
 * A form with selected members of a segment.
 */
interface Selection {

	/**
	 * The ids of the members.
	 */
	List<Long> users();

	/**
	 * Whether all members that match the filter are selected.
	 */
	Boolean all();

	/**
	 * The query of the list's URL.
	 */
	String filter();

	/**
	 * The number of members that the user confirmed; {@code null} before that.
	 */
	@Nullable Long expected();

	default MemberSelection members() {
		return all() ? new MemberSelection.Matching(MembersForm.parse(filter()).filter())
				: new MemberSelection.Users(users());
	}

	default boolean isEmpty() {
		return !all() && users().isEmpty();
	}

	default boolean isTooLong() {
		return !all() && users().size() > MemberSelection.MOST;
	}

}
