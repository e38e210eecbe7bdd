package dev.segmentation.history;

/**
 * How history is laid out as CSV (RFC 4180, UTF-8, lines end with {@code \n}, dates in
 * UTC to the second).
 *
 * @param separator what stands between the cells
 * @param byteOrderMark whether it begins with one: Excel takes it for another encoding
 * otherwise
 * @param detailed whether it says of each line also the act, its cause, its account and
 * its note
 */
public record CsvLayout(char separator, boolean byteOrderMark, boolean detailed) {

	/**
	 * As the JSON API hands it out.
	 */
	public static final CsvLayout PLAIN = new CsvLayout(',', false, false);

}
