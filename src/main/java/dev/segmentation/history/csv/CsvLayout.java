package dev.segmentation.history.csv;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import static dev.segmentation.history.csv.CsvColumn.ACCOUNT;
import static dev.segmentation.history.csv.CsvColumn.ACT;
import static dev.segmentation.history.csv.CsvColumn.DATE;
import static dev.segmentation.history.csv.CsvColumn.NEW_END;
import static dev.segmentation.history.csv.CsvColumn.NOTE;
import static dev.segmentation.history.csv.CsvColumn.OLD_END;
import static dev.segmentation.history.csv.CsvColumn.SEGMENT_NAME;
import static dev.segmentation.history.csv.CsvColumn.SOURCE;
import static dev.segmentation.history.csv.CsvColumn.TYPE;
import static dev.segmentation.history.csv.CsvColumn.USER_ID;

/**
 * The layout of history as CSV (RFC 4180, UTF-8, lines end with {@code \n}, dates to the
 * second).
 *
 * @param format the format; the others are like CSV with all its values, and ignore what
 * only CSV has
 * @param separator the delimiter
 * @param byteOrderMark whether the file begins with a byte-order mark, which Excel needs
 * to detect UTF-8
 * @param columns the columns in their order; with a column of ends, changes of ends have
 * lines
 * @param forSpreadsheets whether people open the file in a spreadsheet: the header names
 * the zone of the dates, and formulas are also neutralised behind a delimiter inside a
 * value
 * @param raw whether formulas are not neutralised, for programs
 * @param zone the time zone of the dates
 */
public record CsvLayout(FileFormat format, char separator, boolean byteOrderMark, List<CsvColumn> columns,
		boolean forSpreadsheets, boolean raw, ZoneId zone) {

	/**
	 * The columns of the JSON API.
	 */
	public static final List<CsvColumn> API_COLUMNS = List.of(USER_ID, SEGMENT_NAME, TYPE, DATE);

	/**
	 * The columns with the act of each change, and with the ends.
	 */
	public static final List<CsvColumn> DETAILED_COLUMNS = List.of(USER_ID, SEGMENT_NAME, TYPE, DATE, ACT, SOURCE,
			ACCOUNT, NOTE, OLD_END, NEW_END);

	/**
	 * The layout of the JSON API.
	 */
	public static final CsvLayout PLAIN = new CsvLayout(FileFormat.CSV, ',', false, API_COLUMNS, false, false,
			ZoneOffset.UTC);

	public CsvLayout {
		columns = List.copyOf(columns);
		zone = zone.normalized().equals(ZoneOffset.UTC) ? ZoneOffset.UTC : zone;
	}

	/**
	 * Returns the layout without neutralised formulas.
	 */
	public CsvLayout withRawValues() {
		return new CsvLayout(this.format, this.separator, this.byteOrderMark, this.columns, this.forSpreadsheets, true,
				this.zone);
	}

	/**
	 * Whether a line has values of its user besides the id.
	 */
	public boolean hasUsers() {
		return hasAny(CsvColumn.OF_USERS);
	}

	/**
	 * Whether a line has values of its act besides the id.
	 */
	public boolean hasActs() {
		return hasAny(CsvColumn.OF_ACTS);
	}

	/**
	 * Whether a line has ends, and changes of ends have lines.
	 */
	public boolean hasEnds() {
		return hasAny(CsvColumn.OF_ENDS);
	}

	private boolean hasAny(Collection<CsvColumn> some) {
		return !Collections.disjoint(this.columns, some);
	}

	/**
	 * The function of the database that neutralises formulas; empty for none.
	 */
	public String guard() {
		if (this.raw || !this.format.mayRunFormulas()) {
			return "";
		}
		return this.forSpreadsheets ? "spreadsheet_cell" : "spreadsheet_text";
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
		String text = (this.separator == '\t') ? ".tsv" : ".csv";
		return switch (this.format) {
			case CSV -> text;
			case GZIP -> text + ".gz";
			case XLSX -> ".xlsx";
			case NDJSON -> ".ndjson";
		};
	}

	/**
	 * Returns the header. For people, dates name their zone.
	 */
	public List<String> headers() {
		return this.columns.stream().map(this::header).toList();
	}

	/**
	 * Returns the header of a column.
	 */
	public String header(CsvColumn column) {
		if (!this.forSpreadsheets || !column.isDate()) {
			return column.header();
		}
		return column.header() + "_" + (this.zone.equals(ZoneOffset.UTC) ? "utc" : zoneName());
	}

}
