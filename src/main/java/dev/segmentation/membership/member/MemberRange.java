package dev.segmentation.membership.member;

import java.util.Arrays;
import java.util.Optional;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Members that a search finds by one kind of match, in the order of the matched field.
 *
 * @param after the lower-case login or e-mail address, or the id, after which the search
 * continues
 */
record MemberRange(Kind kind, String text, String after) {

	/**
	 * Returns the range that a page begins with. The first page begins with logins.
	 * @throws InvalidInputException when the cursor belongs to another list
	 */
	static MemberRange from(String text, @Nullable Cursor cursor) {
		if (cursor == null) {
			return start(Kind.LOGIN, text);
		}
		Kind kind = Kind.of(cursor.key(0));
		return new MemberRange(kind, text, (kind == Kind.PART) ? String.valueOf(cursor.number(1)) : cursor.key(1));
	}

	private static MemberRange start(Kind kind, String text) {
		return new MemberRange(kind, text, (kind == Kind.PART) ? "0" : "");
	}

	/**
	 * Returns the range after this one.
	 */
	Optional<MemberRange> next() {
		return switch (this.kind) {
			case LOGIN -> Optional.of(start(Kind.EMAIL, this.text));
			case EMAIL -> Optional.of(start(Kind.PART, this.text));
			case PART -> Optional.empty();
		};
	}

	/**
	 * Returns the position after a value of the field.
	 */
	Cursor cursor(String value) {
		return Cursor.after(this.kind.name(), value);
	}

	/**
	 * The kinds of matches, in the order of the list. A member belongs to the first kind
	 * that fits.
	 */
	enum Kind {

		/** The login starts with the text. */
		LOGIN,

		/** The e-mail address starts with the text. */
		EMAIL,

		/** The text is within the login, e-mail address or external id. */
		PART;

		private static Kind of(String name) {
			return Arrays.stream(values())
				.filter((kind) -> kind.name().equals(name))
				.findFirst()
				.orElseThrow(InvalidInputException::new);
		}

	}

}
