package dev.segmentation.user;

import java.util.List;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * The users whose login or e-mail address starts with a text, in the order of that field.
 *
 * @param field the login or the e-mail address
 * @param back whether they are read from the last to the first
 * @param from the value to continue from; {@code null} to read from the first value in
 * reading order
 */
record UserPrefix(UserField field, String text, boolean back, @Nullable String from) {

	private static final String LOGIN = "login";

	private static final String EMAIL = "email";

	/**
	 * Returns the parts of the list to read from a cursor on, in reading order. Users
	 * found by login come first, then those found by e-mail address.
	 * @param cursor {@code null} for the start of the list
	 * @throws InvalidInputException when the cursor belongs to another list
	 */
	static List<UserPrefix> read(String text, @Nullable Cursor cursor) {
		if (cursor == null) {
			return List.of(new UserPrefix(UserField.LOGIN, text, false, null),
					new UserPrefix(UserField.EMAIL, text, false, null));
		}
		UserField field = switch (cursor.key(0)) {
			case LOGIN -> UserField.LOGIN;
			case EMAIL -> UserField.EMAIL;
			default -> throw new InvalidInputException();
		};
		UserPrefix rest = new UserPrefix(field, text, cursor.back(), cursor.key(1));
		UserField last = cursor.back() ? UserField.LOGIN : UserField.EMAIL;
		return (field == last) ? List.of(rest) : List.of(rest, new UserPrefix(last, text, cursor.back(), null));
	}

	boolean byLogin() {
		return this.field == UserField.LOGIN;
	}

	/**
	 * Returns the position after a user.
	 */
	Cursor cursor(UserDetails user) {
		return byLogin() ? Cursor.after(LOGIN, user.login()) : Cursor.after(EMAIL, user.email());
	}

}
