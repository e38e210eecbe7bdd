package dev.segmentation.user;

import java.util.Arrays;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.refusal.InvalidInputException;

/**
 * How a user matches the text of a search, in the order of the list. A user belongs to
 * the first kind that fits.
 */
public enum UserMatchKind {

	/** The login starts with the text. */
	LOGIN,

	/** The e-mail address starts with the text. */
	EMAIL,

	/** All words of the text are within the login, e-mail address or external id. */
	PART;

	/**
	 * Returns the kind that a cursor names.
	 * @throws InvalidInputException when the cursor belongs to another list
	 */
	public static UserMatchKind of(String name) {
		return Arrays.stream(values())
			.filter((kind) -> kind.name().equals(name))
			.findFirst()
			.orElseThrow(InvalidInputException::new);
	}

	/**
	 * Returns the login, e-mail address or id that a cursor names.
	 */
	public String position(Cursor cursor) {
		return (this == PART) ? String.valueOf(cursor.number(1)) : cursor.key(1);
	}

}
