package dev.segmentation.history.act;

import org.jspecify.annotations.Nullable;

/**
 * The changes of an act in one segment.
 *
 * @param segmentName the name of the segment at that time
 * @param segmentExists whether the segment still exists
 * @param users the number of users that were added or removed, or whose end was changed
 * @param onlyUser the user, when there is only one; otherwise {@code null}
 */
public record ActChange(long segmentId, String segmentName, boolean segmentExists, ActChangeType type, long users,
		@Nullable OnlyUser onlyUser) {

	/**
	 * The only user of a change.
	 *
	 * @param login {@code null} when the user was deleted
	 */
	public record OnlyUser(long id, @Nullable String login) {
	}

}
