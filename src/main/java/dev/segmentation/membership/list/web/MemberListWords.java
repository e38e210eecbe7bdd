package dev.segmentation.membership.list.web;

import dev.segmentation.membership.list.ListChange;
import dev.segmentation.membership.list.MemberList;

/**
 * The messages about what a pasted list does.
 */
final class MemberListWords {

	private MemberListWords() {
	}

	/**
	 * Returns the key of the message about the result.
	 */
	static String done(MemberList list) {
		return switch (list.change()) {
			case ADD -> "members.list.added";
			case REMOVE -> "members.removed";
			case END -> ended(list);
			case REPLACE -> "members.list.replaced";
		};
	}

	/**
	 * Returns the key of the message about changed ends.
	 */
	static String ended(MemberList list) {
		return (list.ttl() != null) ? "members.ended" : "members.kept";
	}

	/**
	 * Returns the key of the button that confirms.
	 */
	static String submit(MemberList list) {
		if (list.change() == ListChange.REMOVE) {
			return "members.remove.submit";
		}
		if (list.change() == ListChange.REPLACE) {
			return "members.list.replace";
		}
		if (list.change() == ListChange.END && list.ttl() == null) {
			return "members.end.remove";
		}
		return (list.addedUsers() > 0) ? "members.list.submit" : "members.end.submit";
	}

}
