package dev.segmentation.history.line;

import java.nio.charset.StandardCharsets;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvColumn;
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
			COPY (%s)
			TO STDOUT WITH (FORMAT csv, HEADER, ENCODING 'UTF8', DELIMITER E'\\u%04x')
			""";

	/**
	 * JSON as it is: it has no control characters, so these never need an escape.
	 */
	private static final String COPY_JSON = """
			COPY (SELECT row_to_json(line) FROM (%s) AS line)
			TO STDOUT WITH (FORMAT csv, ENCODING 'UTF8', DELIMITER E'\\x01', QUOTE E'\\x02')
			""";

	/**
	 * Expands each operation to its users. PostgreSQL does this after the sort, and the
	 * users of an operation are sorted already. It takes 0.76 of the time of the join.
	 */
	private static final String ALL_USERS = "unnest(o.user_ids)";

	private static final String LISTED_USERS = "CROSS JOIN LATERAL unnest(o.user_ids) AS line (user_id)";

	private static final String LISTED_ENDS = """
			CROSS JOIN LATERAL unnest(o.user_ids, o.ends_before, o.ends_after) AS line (user_id, end_before, end_after)""";

	/** Operations and changes of ends. */
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

	/**
	 * The limit makes the planner look acts up one by one, which keeps the order.
	 */
	private static final String ACTS = """
			LEFT JOIN LATERAL (
			    SELECT a.kind, a.note, by.login FROM acts AS a LEFT JOIN accounts AS by ON by.id = a.account_id
			    WHERE a.id = o.act_id LIMIT 1) AS act ON true
			""";

	/** Like {@link #ACTS}. */
	private static final String USERS = """
			LEFT JOIN LATERAL (
			    SELECT u.external_id, u.login, u.email FROM users AS u WHERE u.id = o.user_id LIMIT 1) AS person ON true
			""";

	/** The sorted lines. The planner knows their order, and does not sort them again. */
	private static final String LINES = """
			(SELECT o.id, o.act_id, o.segment_id, o.segment_name, o.type, o.date, %s AS user_id%s
			 FROM %s AS o %s %s
			 ORDER BY o.date, o.id%s)""";

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
		String select = select(filter, layout);
		return switch (layout.format()) {
			case NDJSON -> this.copy.readLines(COPY_JSON.formatted(select), reader);
			case XLSX -> this.copy.read(COPY.formatted(select, (int) ','), new byte[0], reader);
			case CSV, GZIP -> this.copy.read(COPY.formatted(select, (int) layout.separator()),
					layout.byteOrderMark() ? BYTE_ORDER_MARK : new byte[0], reader);
		};
	}

	/**
	 * Without values of users, the lines are expanded in the list of columns, which is
	 * fastest.
	 */
	private static String select(HistoryFilter filter, CsvLayout layout) {
		boolean allUsers = filter.users().isAll();
		String acts = layout.hasActs() ? ACTS : "";
		if (layout.hasUsers() || !layout.columns().contains(CsvColumn.USER_ID)) {
			CsvColumns columns = new CsvColumns(layout, "o.user_id", "o.end_before", "o.end_after");
			return "SELECT %s FROM %s AS o %s%sORDER BY o.date, o.id%s".formatted(columns.sql(), lines(filter, layout),
					USERS, acts, allUsers ? "" : ", o.user_id");
		}
		CsvColumns columns = allUsers
				? new CsvColumns(layout, ALL_USERS, "unnest(o.ends_before)", "unnest(o.ends_after)")
				: new CsvColumns(layout, "line.user_id", "line.end_before", "line.end_after");
		return "SELECT %s FROM %s AS o %s %s%s ORDER BY o.date, o.id%s".formatted(columns.sql(), changes(layout), acts,
				allUsers ? "" : listed(layout), condition(filter, layout), allUsers ? "" : ", line.user_id");
	}

	private static String lines(HistoryFilter filter, CsvLayout layout) {
		boolean allUsers = filter.users().isAll();
		String ends = allUsers ? ", unnest(o.ends_before) AS end_before, unnest(o.ends_after) AS end_after"
				: ", line.end_before, line.end_after";
		return LINES.formatted(allUsers ? ALL_USERS : "line.user_id", layout.hasEnds() ? ends : "", changes(layout),
				allUsers ? "" : listed(layout), condition(filter, layout), allUsers ? "" : ", line.user_id");
	}

	private static String changes(CsvLayout layout) {
		return layout.hasEnds() ? ALL_CHANGES : "operations";
	}

	private static String listed(CsvLayout layout) {
		return layout.hasEnds() ? LISTED_ENDS : LISTED_USERS;
	}

	private static String condition(HistoryFilter filter, CsvLayout layout) {
		return " " + HistoryCondition.of(filter).withLiterals() + (layout.hasEnds() ? OF_ACTS : "");
	}

}
