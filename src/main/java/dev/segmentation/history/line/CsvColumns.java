package dev.segmentation.history.line;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

import dev.segmentation.history.csv.CsvColumn;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.history.csv.FileFormat;

/**
 * The columns of a file as SQL, with their headers.
 *
 * @param user the id of the line's user
 * @param endBefore the end before the change
 * @param endAfter the end after the change
 */
record CsvColumns(CsvLayout layout, String user, String endBefore, String endAfter) {

	private static final String INSTANT = "YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"";

	/**
	 * Returns the list of columns.
	 */
	String sql() {
		return this.layout.columns()
			.stream()
			.map((column) -> "%s AS \"%s\"".formatted(value(column), header(column)))
			.collect(Collectors.joining(", "));
	}

	/** JSON has the names of the API: in snake case, and without the zone. */
	private String header(CsvColumn column) {
		return (this.layout.format() == FileFormat.NDJSON) ? column.jsonName() : this.layout.header(column);
	}

	private String value(CsvColumn column) {
		return switch (column) {
			case USER_ID -> this.user;
			case EXTERNAL_ID -> text("person.external_id");
			case LOGIN -> text("person.login");
			case EMAIL -> text("person.email");
			case SEGMENT_ID -> "o.segment_id";
			case SEGMENT_NAME -> text("o.segment_name");
			case TYPE -> "o.type";
			case DATE -> date("o.date");
			case ACT -> "o.act_id";
			case SOURCE -> "act.kind";
			case ACCOUNT -> text("act.login");
			case NOTE -> text("act.note");
			case OLD_END -> date(this.endBefore);
			case NEW_END -> date(this.endAfter);
		};
	}

	private String text(String value) {
		return "%s(%s)".formatted(this.layout.guard(), value);
	}

	private String date(String value) {
		if (this.layout.format() == FileFormat.NDJSON) {
			return "to_char(%s AT TIME ZONE 'UTC', '%s')".formatted(value, INSTANT);
		}
		return "date_trunc('second', %s AT TIME ZONE %s)".formatted(value, zone(this.layout.zone()));
	}

	/**
	 * Java and PostgreSQL know the same regions, but PostgreSQL would take the sign of an
	 * offset such as {@code +03:00} for the opposite one.
	 */
	private static String zone(ZoneId zone) {
		return (zone.normalized() instanceof ZoneOffset offset)
				? "INTERVAL '%d seconds'".formatted(offset.getTotalSeconds()) : "'%s'".formatted(zone.getId());
	}

}
