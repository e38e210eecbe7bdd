package dev.segmentation.membership;

import org.jspecify.annotations.Nullable;

/**
 * Which of a segment's members, and from where on.
 *
 * @param search an id, an external id, or the beginning of a login or an e-mail; empty
 * for all
 * @param ending only those who have an end, the next to leave first; otherwise by id
 * @param after a page's {@link MemberPage#next()}
 * @param before a page's {@link MemberPage#previous()}
 */
public record MemberFilter(String search, boolean ending, @Nullable String after, @Nullable String before) {

	/** How many members make a page. */
	public static final int PAGE = 50;

	public MemberFilter {
		// No login holds this character, and no text of the database.
		search = search.replace("\0", "").strip();
	}

}
