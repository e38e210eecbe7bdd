package dev.segmentation.history;

import java.util.Locale;

/**
 * What happened to a membership; spelled as in the API and the database.
 */
public enum OperationType {

	ADDED, DELETED;

	/**
	 * Reads the database's spelling.
	 */
	static OperationType of(String text) {
		return valueOf(text.toUpperCase(Locale.ROOT));
	}

	/**
	 * {@code added} or {@code deleted}.
	 */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

}
