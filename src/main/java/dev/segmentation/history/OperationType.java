package dev.segmentation.history;

import java.util.Locale;

/**
 * The kind of a change of a membership. The API and the database use the same names in
 * lower case.
 */
public enum OperationType {

	ADDED, DELETED;

	/**
	 * Returns the type with this name in the database.
	 */
	public static OperationType of(String text) {
		return valueOf(text.toUpperCase(Locale.ROOT));
	}

	/**
	 * {@code added} or {@code deleted}.
	 */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

}
