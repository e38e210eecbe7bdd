package dev.segmentation.history.line;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;

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
			             date_trunc('second', o.date AT TIME ZONE %s) AS "%s"%s
			      FROM %s AS o %s %s
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

	private static final String LISTED_ENDS = """
			CROSS JOIN LATERAL unnest(o.user_ids, o.ends_before, o.ends_after) AS line (user_id, end_before, end_after)""";

	/** Operations and changes of ends, which only detailed files have. */
	private static final String ALL_CHANGES = """
			(SELECT id, act_id, segment_id, segment_name, CAST(type AS text) AS type, date, user_block, user_ids,
			        CASE WHEN type = 'deleted' THEN ends END AS ends_before,
			        CASE WHEN type = 'added' THEN ends END AS ends_after
			 FROM operations
			 UNION ALL
			 SELECT id, act_id, segment_id, segment_name, 'end_changed', date, user_block, user_ids, ends_before, ends_after
			 FROM end_changes)""";

	/**
	 * Leaves out ends that no act changed. It is not in the sub-select, because the
	 * planner would then sort all changes of ends.
	 */
	private static final String OF_ACTS = " AND o.act_id IS NOT NULL";

	private static final String DETAILS = """
			, o.act_id AS act, act.kind AS cause, %1$s(act.login) AS account,
			%1$s(act.note) AS note,
			date_trunc('second', %2$s AT TIME ZONE %4$s) AS "%5$s",
			date_trunc('second', %3$s AT TIME ZONE %4$s) AS "%6$s"
			""";

	/**
	 * The limit makes the planner look acts up one by one, which keeps the order.
	 */
	private static final String ACTS = """
			LEFT JOIN LATERAL (
			    SELECT a.kind, a.note, by.login FROM acts AS a LEFT JOIN accounts AS by ON by.id = a.account_id
			    WHERE a.id = o.act_id LIMIT 1) AS act ON true
			""";

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
		String sql = COPY.formatted(allUsers ? ALL_USERS : "line.user_id", guard, zone(layout.zone()),
				layout.dateHeader("date"), layout.detailed() ? details(layout, guard, allUsers) : "",
				layout.detailed() ? ALL_CHANGES : "operations", layout.detailed() ? ACTS : "", listed(layout, allUsers),
				HistoryCondition.of(filter).withLiterals() + (layout.detailed() ? OF_ACTS : ""),
				allUsers ? "" : ", line.user_id", (int) layout.separator());
		byte[] start = layout.byteOrderMark() ? BYTE_ORDER_MARK : new byte[0];
		return this.copy.read(sql, start, reader);
	}

	private static String details(CsvLayout layout, String guard, boolean allUsers) {
		return DETAILS.formatted(guard, allUsers ? "unnest(o.ends_before)" : "line.end_before",
				allUsers ? "unnest(o.ends_after)" : "line.end_after", zone(layout.zone()), layout.dateHeader("old-end"),
				layout.dateHeader("new-end"));
	}

	/**
	 * The zone as SQL. Java and PostgreSQL know the same regions, but PostgreSQL would
	 * take the sign of an offset such as {@code +03:00} for the opposite one.
	 */
	private static String zone(ZoneId zone) {
		return (zone.normalized() instanceof ZoneOffset offset)
				? "INTERVAL '%d seconds'".formatted(offset.getTotalSeconds()) : "'%s'".formatted(zone.getId());
	}

	private static String listed(CsvLayout layout, boolean allUsers) {
		if (allUsers) {
			return "";
		}
		return layout.detailed() ? LISTED_ENDS : LISTED_USERS;
	}

}
