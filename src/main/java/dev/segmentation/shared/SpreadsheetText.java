package dev.segmentation.shared;

import java.util.regex.Pattern;

/**
 * Prevents spreadsheets from running a value as a formula.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
public final class SpreadsheetText {

	/**
	 * The start of a value, of a line, and of what follows a delimiter: a spreadsheet
	 * that expects another delimiter starts a new cell there. Quotes may come before the
	 * formula.
	 */
	private static final String START = "(?<![^,;|\t\r\n])";

	/** Some spreadsheets take full-width signs for the usual ones. */
	private static final String FORMULA = "(?=[\"']*[=+@\t\r\uFF1D\uFF0B\uFF0D\uFF20-])";

	private static final Pattern GUARDABLE = Pattern.compile(START + FORMULA);

	private static final Pattern GUARDED = Pattern.compile(START + "'" + FORMULA);

	private SpreadsheetText() {
	}

	/**
	 * Puts an apostrophe before each part of a value that a spreadsheet would take for a
	 * formula. A part that already looks guarded gets one more apostrophe, so that
	 * {@link #unguard} always restores the value.
	 */
	public static String guard(String value) {
		return GUARDABLE.matcher(value).replaceAll("'");
	}

	/**
	 * Restores a guarded value.
	 */
	public static String unguard(String guarded) {
		return GUARDED.matcher(guarded).replaceAll("");
	}

}
