package dev.segmentation.membership.member;

import java.time.Instant;

import dev.segmentation.shared.ActKind;
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
	 * @param through what they entered through
	 * @param account who did it; {@code null} when nobody did, or their account is gone
	 */
	public record Entry(long actId, ActKind through, @Nullable String account) {
	}

}
