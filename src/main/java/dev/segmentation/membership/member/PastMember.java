package dev.segmentation.membership.member;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A user who was in a segment at a moment.
 *
 * @param user the user as it is now; {@code null} when it was deleted
 * @param since the start of the membership; {@code null} when the history of that time
 * was detached
 * @param until the end that was planned at the moment; {@code null} without end
 * @param endRecorded whether that end was recorded
 * @param entry the act that added the user
 */
public record PastMember(long userId, @Nullable Person user, @Nullable Instant since, @Nullable Instant until,
		boolean endRecorded, Member.@Nullable Entry entry) {

	/**
	 * A user as it is now.
	 */
	public record Person(String login, String email, @Nullable String externalId) {
	}

}
