package dev.segmentation.history.line;

import java.nio.charset.StandardCharsets;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.shared.csv.CsvCopy;
import dev.segmentation.shared.csv.CsvReader;

import org.springframework.stereotype.Repository;

/**
 * Reads history as CSV from the database.
 */
@Repository
class HistoryCsvRepository {

	private static final String COPY = """
			COPY (SELECT %s AS "user-id", %s(o.segment_name) AS "segment-name", o.type,
			             date_trunc('second', o.date AT TIME ZONE 'UTC') AS "%s"%s
			      FROM operations AS o %s %s
			      %s
			      ORDER BY o.date, o.id%s)
			TO STDOUT WITH (FORMAT csv, HEADER, ENCODING 'UTF8', DELIMITER E'\\u%04x')
			""";

	/**
	 * Expands each operation to its users. PostgreSQL does this after the sort, and the
	 * users of an operation are sorted already. It takes 0.76 of the time of the join.
	 */
	private static final String ALL_USERS = "unnest(o.user_ids)";

	private static final String LISTED_USERS = "CROSS JOIN LATERAL unnest(o.user_ids) AS line (user_id)";

	private static final String DETAILS = """
			, o.act_id AS act, act.kind AS cause, %1$s(act.login) AS account,
			%1$s(act.note) AS note""";

	/**
	 * The limit makes the planner look acts up one by one, which keeps the order.
	 */
	private static final String ACTS = """
			LEFT JOIN LATERAL (
			    SELECT a.kind, a.note, by.login FROM acts AS a LEFT JOIN accounts AS by ON by.id = a.account_id
			    WHERE a.id = o.act_id LIMIT 1) AS act ON true
			""";

	/** Spreadsheets in all languages read this format as a date. */
	private static final String DATE_FOR_PEOPLE = "date (UTC yyyy-mm-dd hh:mm:ss)";

	private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

	private final CsvCopy copy;

	HistoryCsvRepository(CsvCopy copy) {
		this.copy = copy;
	}

	/**
	 * Passes the lines that meet a filter to a reader.
	 * @return the number of lines that it read
	 */
	long read(HistoryFilter filter, CsvLayout layout, CsvReader reader) {
		boolean allUsers = filter.users().isAll();
		String guard = layout.forSpreadsheets() ? "spreadsheet_cell" : "spreadsheet_text";
		String sql = COPY.formatted(allUsers ? ALL_USERS : "line.user_id", guard,
				layout.forSpreadsheets() ? DATE_FOR_PEOPLE : "date", layout.detailed() ? DETAILS.formatted(guard) : "",
				layout.detailed() ? ACTS : "", allUsers ? "" : LISTED_USERS, HistoryCondition.of(filter).withLiterals(),
				allUsers ? "" : ", line.user_id", (int) layout.separator());
		byte[] start = layout.byteOrderMark() ? BYTE_ORDER_MARK : new byte[0];
		return this.copy.read(sql, start, reader);
	}

}
