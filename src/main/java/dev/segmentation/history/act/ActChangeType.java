package dev.segmentation.history.act;

import java.util.Locale;

/**
 * The kind of a change of an act in one segment.
 */
public enum ActChangeType {

	/** Users were added. */
	ADDED,

	/** Users were removed. */
	DELETED,

	/** The ends of memberships were changed. */
	ENDS;

	static ActChangeType of(String text) {
		return valueOf(text.toUpperCase(Locale.ROOT));
	}

	/**
	 * The name in URLs and messages.
	 */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

}
