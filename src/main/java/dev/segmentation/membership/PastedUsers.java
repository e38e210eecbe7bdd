package dev.segmentation.membership;

import java.util.List;

import dev.segmentation.membership.list.PastedList;
import dev.segmentation.shared.LongText;

/**
 * Reads the texts that name users in a pasted list, for other features than memberships.
 */
public final class PastedUsers {

	private PastedUsers() {
	}

	/**
	 * Returns the distinct texts in their order.
	 * @throws dev.segmentation.shared.refusal.InvalidInputException when there are none
	 * or too many
	 */
	public static List<String> parse(LongText text) {
		return PastedList.parse(text).entries().stream().distinct().toList();
	}

}
