package dev.segmentation.membership.member;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

import dev.segmentation.shared.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A member's place in the lists of a segment.
 */
record MemberKey(long userId, @Nullable Instant expiresAt, Instant addedAt) {

	/**
	 * Returns the name of a list, which is the first key of its cursors.
	 */
	static String list(MemberOrder order) {
		return order.name().toLowerCase(Locale.ROOT);
	}

	Cursor cursor(MemberOrder order) {
		return switch (order) {
			case END -> Cursor.after(list(order), this.userId, Objects.requireNonNull(this.expiresAt));
			case NEWEST -> Cursor.after(list(order), this.userId, this.addedAt);
			case ID, LOGIN -> Cursor.after(list(order), this.userId);
		};
	}

}
