package dev.segmentation.history;

import java.time.Instant;

/**
 * Where a page of acts lies.
 *
 * @param cursor the act next to it, which is not part of it
 * @param older whether the page holds what is older than that, or what is newer
 */
public record ActPlace(ActCursor cursor, boolean older) {

	/** Nothing is recorded later; a date that every database takes. */
	static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

	/**
	 * The newest acts.
	 */
	public static ActPlace newest() {
		return new ActPlace(ActCursor.start(END), true);
	}

	/**
	 * What is older than an act.
	 */
	public static ActPlace olderThan(ActCursor cursor) {
		return new ActPlace(cursor, true);
	}

	/**
	 * What is newer than an act.
	 */
	public static ActPlace newerThan(ActCursor cursor) {
		return new ActPlace(cursor, false);
	}

	boolean isNewest() {
		return this.cursor.at().equals(END);
	}

}
