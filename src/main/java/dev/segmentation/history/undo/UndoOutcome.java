package dev.segmentation.history.undo;

import java.util.Locale;

/**
 * What makes a membership as it was before an act.
 */
public enum UndoOutcome {

	/** The user was no member. */
	REMOVE,

	/** The user was a member. */
	PUT_BACK,

	/** The membership had another end. */
	RESTORE,

	/** The membership is as it was. */
	NONE,

	/** Its end has passed, or was not recorded. */
	NEEDS_END,

	/** The segment does not exist any more. */
	SEGMENT_DELETED,

	/** The user does not exist any more. */
	USER_DELETED;

	static UndoOutcome of(String text) {
		return valueOf(text.toUpperCase(Locale.ROOT));
	}

	/**
	 * The name in the database and in messages.
	 */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Whether nothing can make the membership as it was.
	 */
	public boolean isImpossible() {
		return compareTo(NEEDS_END) >= 0;
	}

}
