package dev.segmentation.membership.member;

import java.time.Instant;
import java.util.Objects;

import dev.segmentation.shared.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A member's place in the lists of a segment.
 */
record MemberKey(long userId, @Nullable Instant expiresAt) {

	private static final String BY_ID = "id";

	private static final String BY_END = "end";

	static String list(boolean ending) {
		return ending ? BY_END : BY_ID;
	}

	Cursor cursor(boolean ending) {
		return ending ? Cursor.after(BY_END, this.userId, Objects.requireNonNull(this.expiresAt))
				: Cursor.after(BY_ID, this.userId);
	}

}
