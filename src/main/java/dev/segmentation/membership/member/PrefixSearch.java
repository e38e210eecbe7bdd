package dev.segmentation.membership.member;

import java.util.Map;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * A search for users whose login or e-mail address starts with a text, in the order of
 * that column.
 *
 * @param column {@code login} or {@code email}
 * @param after the lower-case value after which the search continues; empty for the start
 */
record PrefixSearch(String column, String prefix, String after) {

	private static final String LOGIN = "login";

	private static final String EMAIL = "email";

	/**
	 * Returns the search that a page begins with. The first page begins with logins.
	 * @throws InvalidInputException when the cursor belongs to another list
	 */
	static PrefixSearch from(String prefix, @Nullable Cursor cursor) {
		if (cursor == null) {
			return new PrefixSearch(LOGIN, prefix, "");
		}
		String column = cursor.key(0);
		if (!column.equals(LOGIN) && !column.equals(EMAIL)) {
			throw new InvalidInputException();
		}
		return new PrefixSearch(column, prefix, cursor.key(1));
	}

	boolean byLogin() {
		return this.column.equals(LOGIN);
	}

	PrefixSearch byEmail() {
		return new PrefixSearch(EMAIL, this.prefix, "");
	}

	Map<String, Object> parameters() {
		return Map.of("prefix", this.prefix, "after", this.after);
	}

	/**
	 * Returns the position after a value of the column.
	 */
	Cursor cursor(String value) {
		return Cursor.after(this.column, value);
	}

}
