package dev.segmentation.membership;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A user who is in a segment now.
 *
 * @param since when they entered
 * @param until when they leave; {@code null} when never
 * @param entry the act by which they entered; {@code null} when the history of that day
 * is not kept any more
 */
public record Member(long userId, String login, String email, @Nullable String externalId, Instant since,
		@Nullable Instant until, @Nullable Entry entry) {

	/**
	 * By whom and through what.
	 *
	 * @param kind the kind of the act, as {@code page} or {@code percent}
	 * @param account who did it; {@code null} when nobody did, or their account is gone
	 */
	public record Entry(long actId, String kind, @Nullable String account) {
	}

}
