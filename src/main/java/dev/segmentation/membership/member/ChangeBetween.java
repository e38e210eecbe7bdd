package dev.segmentation.membership.member;

import java.util.Arrays;
import java.util.Locale;

/**
 * How a membership changed between two moments.
 */
public enum ChangeBetween {

	/** A member at the second moment only. */
	ENTERED,

	/** A member at the first moment only. */
	LEFT,

	/** A member between the moments only. */
	PASSED,

	/** A member at both moments, but not all the time. */
	RETURNED;

	/**
	 * The name in the database, in URLs and in messages.
	 */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Returns the change with a name, or the first one.
	 */
	public static ChangeBetween of(String text) {
		return Arrays.stream(values()).filter((change) -> change.text().equals(text)).findFirst().orElse(ENTERED);
	}

}
