package dev.segmentation.report;

/**
 * Keeps a spreadsheet from running a value as a formula.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
final class SpreadsheetText {

	private static final String FORMULA_STARTS = "=+-@\t\r";

	private SpreadsheetText() {
	}

	/**
	 * The value, with an apostrophe before it where a spreadsheet would take it for a
	 * formula.
	 */
	static String of(String value) {
		boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
		return formula ? "'" + value : value;
	}

}
