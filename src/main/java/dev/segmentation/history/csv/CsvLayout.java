package dev.segmentation.history.csv;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The layout of history as CSV (RFC 4180, UTF-8, lines end with {@code \n}, dates to the
 * second).
 *
 * @param separator the delimiter
 * @param byteOrderMark whether the file begins with a byte-order mark, which Excel needs
 * to detect UTF-8
 * @param detailed whether each line also has the act, its source, its account and its
 * note, and changes of ends have lines
 * @param forSpreadsheets whether people open the file in a spreadsheet: the header names
 * the zone of the dates, and formulas are also neutralised behind a delimiter inside a
 * value
 * @param zone the time zone of the dates
 */
public record CsvLayout(char separator, boolean byteOrderMark, boolean detailed, boolean forSpreadsheets, ZoneId zone) {

	/**
	 * The layout of the JSON API.
	 */
	public static final CsvLayout PLAIN = new CsvLayout(',', false, false, false, ZoneOffset.UTC);

	public CsvLayout {
		zone = zone.normalized().equals(ZoneOffset.UTC) ? ZoneOffset.UTC : zone;
	}

	/**
	 * Returns the name of the zone: "UTC", "Europe/Moscow", "UTC+03:00".
	 */
	public String zoneName() {
		if (this.zone.equals(ZoneOffset.UTC)) {
			return "UTC";
		}
		return (this.zone instanceof ZoneOffset) ? "UTC" + this.zone : this.zone.getId();
	}

	/**
	 * Returns the ending of the file's name.
	 */
	public String extension() {
		return (this.separator == '\t') ? ".tsv" : ".csv";
	}

	/**
	 * Returns the header of a column of dates. For people it names the zone.
	 */
	public String dateHeader(String name) {
		if (!this.forSpreadsheets) {
			return name;
		}
		return name + "_" + (this.zone.equals(ZoneOffset.UTC) ? "utc" : zoneName());
	}

}
