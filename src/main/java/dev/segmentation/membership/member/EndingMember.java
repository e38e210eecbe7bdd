package dev.segmentation.membership.member;

import java.time.Instant;

import dev.segmentation.shared.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A membership that has an end.
 *
 * @param entry the act that added the user; {@code null} when the history of that day was
 * deleted
 */
public record EndingMember(MembershipKey key, String segment, String login, String email, Instant until,
		Member.@Nullable Entry entry) {

	Cursor cursor() {
		return Cursor.after(this.until, this.key.segmentId(), this.key.userId());
	}

}
