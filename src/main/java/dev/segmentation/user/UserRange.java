package dev.segmentation.user;

import java.util.Arrays;
import java.util.List;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Users that a search finds by one kind of match, in the order of the matched field.
 *
 * @param back whether they are read from the last to the first
 * @param from the login, e-mail address or id to continue from; {@code null} to read from
 * the first value in reading order
 */
record UserRange(Kind kind, String text, boolean back, @Nullable String from) {

	/**
	 * Returns the ranges to read from a cursor on, in reading order.
	 * @param cursor {@code null} for the start of the list
	 * @throws InvalidInputException when the cursor belongs to another list
	 */
	static List<UserRange> read(String text, @Nullable Cursor cursor) {
		if (cursor == null) {
			return Arrays.stream(Kind.values()).map((kind) -> new UserRange(kind, text, false, null)).toList();
		}
		Kind first = Kind.of(cursor);
		String key = (first == Kind.PART) ? String.valueOf(cursor.number(1)) : cursor.key(1);
		return Kind.from(first, cursor.back())
			.stream()
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

	/**
	 * The kinds of matches, in the order of the list. A user belongs to the first kind
	 * that fits.
	 */
	enum Kind {

		/** The login starts with the text. */
		LOGIN,

		/** The e-mail address starts with the text. */
		EMAIL,

		/** The text is within the login, e-mail address or external id. */
		PART;

		private static Kind of(Cursor cursor) {
			return Arrays.stream(values())
				.filter((kind) -> kind.name().equals(cursor.key(0)))
				.findFirst()
				.orElseThrow(InvalidInputException::new);
		}

		private static List<Kind> from(Kind first, boolean back) {
			List<Kind> kinds = List.of(values());
			return back ? kinds.subList(0, first.ordinal() + 1).reversed()
					: kinds.subList(first.ordinal(), kinds.size());
		}

	}

}
