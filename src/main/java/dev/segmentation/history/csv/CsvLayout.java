package dev.segmentation.history.csv;

/**
 * The layout of history as CSV (RFC 4180, UTF-8, lines end with {@code \n}, dates in UTC
 * to the second).
 *
 * @param separator the delimiter
 * @param byteOrderMark whether the file begins with a byte-order mark, which Excel needs
 * to detect UTF-8
 * @param detailed whether each line also has the act, its source, its account and its
 * note, and changes of ends have lines
 * @param forSpreadsheets whether people open the file in a spreadsheet: the header gives
 * zone and format of the dates, and formulas are also neutralised behind a delimiter
 * inside a value
 */
public record CsvLayout(char separator, boolean byteOrderMark, boolean detailed, boolean forSpreadsheets) {

	/**
	 * The layout of the JSON API.
	 */
	public static final CsvLayout PLAIN = new CsvLayout(',', false, false, false);

}
