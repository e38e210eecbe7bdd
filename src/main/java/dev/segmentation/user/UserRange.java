package dev.segmentation.user;

import java.util.Arrays;
import java.util.List;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.refusal.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Users that a search finds by one kind of match, in the order of the matched field.
 *
 * @param back whether they are read from the last to the first
 * @param from the login, e-mail address or id to continue from; {@code null} to read from
 * the first value in reading order
 */
record UserRange(UserMatchKind kind, String text, boolean back, @Nullable String from) {

	/**
	 * Returns the ranges to read from a cursor on, in reading order.
	 * @param cursor {@code null} for the start of the list
	 * @throws InvalidInputException when the cursor belongs to another list
	 */
	static List<UserRange> read(String text, @Nullable Cursor cursor) {
		if (cursor == null) {
			return Arrays.stream(UserMatchKind.values()).map((kind) -> new UserRange(kind, text, false, null)).toList();
		}
		UserMatchKind first = UserMatchKind.of(cursor.key(0));
		String key = first.position(cursor);
		return from(first, cursor.back()).stream()
			.map((kind) -> new UserRange(kind, text, cursor.back(), (kind == first) ? key : null))
			.toList();
	}

	/**
	 * Returns the position after a user.
	 */
	Cursor cursor(UserDetails user) {
		return Cursor.after(this.kind.name(), switch (this.kind) {
			case LOGIN -> user.login();
			case EMAIL -> user.email();
			case PART -> user.id();
		});
	}

	private static List<UserMatchKind> from(UserMatchKind first, boolean back) {
		List<UserMatchKind> kinds = List.of(UserMatchKind.values());
		return back ? kinds.subList(0, first.ordinal() + 1).reversed() : kinds.subList(first.ordinal(), kinds.size());
	}

}
