package dev.segmentation.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import dev.segmentation.shared.ActKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Expands operations, which hold blocks of users, to a line per user.
 */
@Repository
class HistoryRepository {

	private static final String LINES = """
			SELECT o.date, o.id, line.user_id, o.segment_name, o.type
			FROM operations AS o CROSS JOIN LATERAL unnest(o.user_ids) AS line (user_id)
			""";

	private static final String IN_ORDER = " ORDER BY o.date, o.id, line.user_id";

	private final JdbcClient jdbc;

	HistoryRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<HistoryLine> find(HistoryFilter filter, long offset, int limit) {
		return query(LINES, filter, IN_ORDER + " OFFSET :offset LIMIT :limit").param("offset", offset)
			.param("limit", limit)
			.query(HistoryRepository::line)
			.list();
	}

	/**
	 * Beginning with the cursor's date, and not with the period's: the index is entered
	 * there.
	 */
	List<HistoryLine> findAfter(HistoryFilter filter, HistoryCursor cursor, int limit) {
		return query(LINES, filter.since(cursor.date()), """
				 AND (o.date, o.id) >= (:date, :operation) AND (o.date, o.id, line.user_id) > (:date, :operation, :user)
				""" + IN_ORDER + " LIMIT :limit").param("date", utc(cursor.date()))
			.param("operation", cursor.operationId())
			.param("user", cursor.userId())
			.param("limit", limit)
			.query(HistoryRepository::line)
			.list();
	}

	long count(HistoryFilter filter) {
		String counted = filter.userIds().isEmpty() ? "SELECT coalesce(sum(o.user_count), 0) FROM operations AS o "
				: "SELECT count(*) FROM operations AS o CROSS JOIN LATERAL unnest(o.user_ids) AS line (user_id) ";
		return query(counted, filter, "").query(Long.class).single();
	}

	/**
	 * How many lines there are at most: counted by whole days, and whoever's they are.
	 */
	long estimate(HistoryFilter filter) {
		return this.jdbc.sql("""
				SELECT coalesce(sum(added + removed), 0)
				FROM current_segment_days(CAST(:from AT TIME ZONE 'UTC' AS date))
				WHERE day <= CAST((:to - interval '1 microsecond') AT TIME ZONE 'UTC' AS date)
				  AND (cardinality(:segments) = 0 OR segment_id = ANY (:segments))
				  AND (cardinality(:kinds) = 0 OR kind = ANY (CAST(:kinds AS act_kind[])))
				""")
			.param("from", utc(filter.from()))
			.param("to", utc(filter.to()))
			.param("segments", filter.segmentIds().toArray(Long[]::new))
			.param("kinds", filter.kinds().stream().map(ActKind::text).toArray(String[]::new))
			.query(Long.class)
			.single();
	}

	private JdbcClient.StatementSpec query(String select, HistoryFilter filter, String rest) {
		HistoryCondition condition = HistoryCondition.of(filter);
		return this.jdbc.sql(select + condition.sql() + rest).params(condition.params());
	}

	private static HistoryLine line(ResultSet row, int number) throws SQLException {
		return new HistoryLine(row.getObject("date", OffsetDateTime.class).toInstant(), row.getLong("id"),
				row.getLong("user_id"), row.getString("segment_name"), OperationType.of(row.getString("type")));
	}

	private static OffsetDateTime utc(Instant instant) {
		return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

	/**
	 * Makes the missing partitions of the months from one instant to another.
	 * @return how many it made
	 */
	long makePartitions(Instant from, Instant to) {
		return this.jdbc.sql("SELECT make_operations_partitions(:from, :to)")
			.param("from", utc(from))
			.param("to", utc(to))
			.query(Long.class)
			.single();
	}

}
