package dev.segmentation.shared;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running a value as a formula.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
public final class SpreadsheetText {

	private static final Pattern GUARDABLE = Pattern.compile("(?s)'*[=+\\-@\t\r].*");

	private SpreadsheetText() {
	}

	/**
	 * The value, with an apostrophe before it where a spreadsheet would take it for a
	 * formula, so that it can be had back: one that looks guarded is guarded again.
	 */
	public static String guard(String value) {
		return GUARDABLE.matcher(value).matches() ? "'" + value : value;
	}

	/**
	 * The value that was guarded.
	 */
	public static String unguard(String guarded) {
		boolean wasGuarded = guarded.startsWith("'") && GUARDABLE.matcher(guarded).matches();
		return wasGuarded ? guarded.substring(1) : guarded;
	}

}
