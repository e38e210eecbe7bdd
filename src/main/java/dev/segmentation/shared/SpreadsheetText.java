package dev.segmentation.shared;

import java.util.regex.Pattern;

/**
 * Prevents spreadsheets from running a value as a formula.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
public final class SpreadsheetText {

	private static final Pattern GUARDABLE = Pattern.compile("(?s)'*[=+\\-@\t\r].*");

	private SpreadsheetText() {
	}

	/**
	 * Puts an apostrophe before a value that a spreadsheet would take for a formula. A
	 * value that already looks guarded gets one more apostrophe, so that {@link #unguard}
	 * always restores the value.
	 */
	public static String guard(String value) {
		return GUARDABLE.matcher(value).matches() ? "'" + value : value;
	}

	/**
	 * Restores a guarded value.
	 */
	public static String unguard(String guarded) {
		boolean wasGuarded = guarded.startsWith("'") && GUARDABLE.matcher(guarded).matches();
		return wasGuarded ? guarded.substring(1) : guarded;
	}

}
