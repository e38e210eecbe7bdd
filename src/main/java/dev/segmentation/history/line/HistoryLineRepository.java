package dev.segmentation.history.line;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.OperationType;
import dev.segmentation.shared.ActKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static dev.segmentation.shared.database.SqlTime.instant;
import static dev.segmentation.shared.database.SqlTime.utc;

/**
 * Reads lines. Each operation of the database holds a block of users and becomes one line
 * per user.
 */
@Repository
class HistoryLineRepository {

	private static final String LINES = """
			SELECT o.date, o.id, line.user_id, o.segment_name, o.type
			FROM operations AS o CROSS JOIN LATERAL unnest(o.user_ids) AS line (user_id)
			""";

	private static final String IN_ORDER = " ORDER BY o.date, o.id, line.user_id";

	private final JdbcClient jdbc;

	HistoryLineRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<HistoryLine> find(HistoryFilter filter, long offset, int limit) {
		return query(LINES, filter, IN_ORDER + " OFFSET :offset LIMIT :limit").param("offset", offset)
			.param("limit", limit)
			.query(HistoryLineRepository::line)
			.list();
	}

	/**
	 * Finds the lines after a cursor. The period begins at the cursor, so that the index
	 * scan starts there.
	 */
	List<HistoryLine> findAfter(HistoryFilter filter, HistoryCursor cursor, int limit) {
		return query(LINES, filter.since(cursor.date()), """
				 AND (o.date, o.id) >= (:date, :operation) AND (o.date, o.id, line.user_id) > (:date, :operation, :user)
				""" + IN_ORDER + " LIMIT :limit").param("date", utc(cursor.date()))
			.param("operation", cursor.operationId())
			.param("user", cursor.userId())
			.param("limit", limit)
			.query(HistoryLineRepository::line)
			.list();
	}

	/** A page has up to 10,000 lines, and mapping columns by their names takes longer. */
	private static HistoryLine line(ResultSet row, int number) throws SQLException {
		return new HistoryLine(instant(row, "date"), row.getLong("id"), row.getLong("user_id"),
				row.getString("segment_name"), OperationType.of(row.getString("type")));
	}

	long count(HistoryFilter filter) {
		String counted = filter.users().isAll() ? "SELECT coalesce(sum(o.user_count), 0) FROM operations AS o "
				: "SELECT count(*) FROM operations AS o CROSS JOIN LATERAL unnest(o.user_ids) AS line (user_id) ";
		return query(counted, filter, "").query(Long.class).single();
	}

	/**
	 * Returns the number of ends that were changed.
	 */
	long countEndChanges(HistoryFilter filter) {
		String counted = filter.users().isAll() ? "SELECT coalesce(sum(o.user_count), 0) FROM end_changes AS o "
				: "SELECT count(*) FROM end_changes AS o CROSS JOIN LATERAL unnest(o.user_ids) AS line (user_id) ";
		return query(counted, filter, " AND o.act_id IS NOT NULL").query(Long.class).single();
	}

	private JdbcClient.StatementSpec query(String select, HistoryFilter filter, String rest) {
		HistoryCondition condition = HistoryCondition.of(filter);
		return this.jdbc.sql(select + condition.sql() + rest).params(condition.params());
	}

	/**
	 * Returns the largest possible number of lines. Counts whole days, and ignores the
	 * conditions on users and accounts.
	 */
	long estimate(HistoryFilter filter) {
		return this.jdbc.sql("""
				SELECT coalesce(sum(added + removed), 0)
				FROM current_segment_days(CAST(:from AT TIME ZONE 'UTC' AS date))
				WHERE day <= CAST((:to - interval '1 microsecond') AT TIME ZONE 'UTC' AS date)
				  AND (CAST(:segments AS bigint[]) IS NULL OR segment_id = ANY (:segments))
				  AND (cardinality(:kinds) = 0 OR kind = ANY (CAST(:kinds AS act_kind[])))
				""")
			.param("from", utc(filter.from()))
			.param("to", utc(filter.to()))
			.param("segments", filter.segments().sqlArray())
			.param("kinds", filter.kinds().stream().map(ActKind::text).toArray(String[]::new))
			.query(Long.class)
			.single();
	}

}
