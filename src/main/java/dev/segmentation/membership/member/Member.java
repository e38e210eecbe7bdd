package dev.segmentation.membership.member;

import java.time.Instant;

import dev.segmentation.shared.ActKind;
import org.jspecify.annotations.Nullable;

/**
 * A user in a segment.
 *
 * @param since the start of the membership
 * @param until the end of the membership; {@code null} without end
 * @param entry the act that added the user; {@code null} when the history of that day was
 * deleted
 */
public record Member(long userId, String login, String email, @Nullable String externalId, Instant since,
		@Nullable Instant until, @Nullable Entry entry) {

	/**
	 * The act that added a member.
	 *
	 * @param through the source of the act
	 * @param account the login of the account; {@code null} when no account did it or the
	 * account was deleted
	 */
	public record Entry(long actId, ActKind through, @Nullable String account) {
	}

}
