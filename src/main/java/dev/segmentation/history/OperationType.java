package dev.segmentation.history;

import java.util.Locale;

/**
 * What happened to a membership. The API and the database use the same names in lower
 * case.
 */
public enum OperationType {

	ADDED, DELETED;

	/**
	 * Reads the name that the database uses.
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
