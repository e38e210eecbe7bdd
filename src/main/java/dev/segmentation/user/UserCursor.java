package dev.segmentation.user;

import java.util.Locale;

import dev.segmentation.shared.InvalidInputException;

/**
 * A place between two users of a list, and the way to go from there.
 *
 * @param field what the list is ordered by there
 * @param key that field of the user at the place
 * @param onward whether what follows is wanted, or what comes before
 */
public record UserCursor(UserField field, String key, boolean onward) {

	/**
	 * Reads what {@link #text()} has written.
	 * @throws InvalidInputException when it is anything else
	 */
	public static UserCursor parse(String text, boolean onward) {
		int colon = text.indexOf(':');
		String key = text.substring(colon + 1);
		UserField field = switch (text.substring(0, Math.max(colon, 0))) {
			case "id" -> UserField.ID;
			case "login" -> UserField.LOGIN;
			case "email" -> UserField.EMAIL;
			default -> throw new InvalidInputException();
		};
		if (key.indexOf('\0') >= 0 || (field == UserField.ID && !key.matches("[0-9]{1,18}"))) {
			throw new InvalidInputException();
		}
		return new UserCursor(field, key, onward);
	}

	static UserCursor at(UserField field, UserDetails user, boolean onward) {
		return new UserCursor(field, switch (field) {
			case LOGIN -> user.login();
			case EMAIL -> user.email();
			default -> String.valueOf(user.id());
		}, onward);
	}

	/**
	 * As URLs carry it.
	 */
	public String text() {
		return this.field.name().toLowerCase(Locale.ROOT) + ":" + this.key;
	}

}
