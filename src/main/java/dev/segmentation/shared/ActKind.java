package dev.segmentation.shared;

import java.util.Locale;

/**
 * Through what memberships changed; spelled as in the database.
 */
public enum ActKind {

	/** By hand, in the browser. */
	PAGE,

	/** By a program. */
	API,

	/** From a list. */
	IMPORT,

	/** As a share of all users. */
	PERCENT,

	/** They came to their end; nobody's doing. */
	EXPIRY,

	/** The segment was deleted. */
	SEGMENT_DELETED,

	/** An earlier act was taken back. */
	UNDO;

	/**
	 * Reads the database's spelling.
	 */
	public static ActKind of(String text) {
		return valueOf(text.toUpperCase(Locale.ROOT));
	}

	/**
	 * As the database spells it, {@code segment_deleted} for one.
	 */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

}
