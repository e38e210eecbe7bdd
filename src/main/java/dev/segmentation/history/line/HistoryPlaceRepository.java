package dev.segmentation.history.line;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

import dev.segmentation.history.HistoryFilter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static dev.segmentation.shared.database.SqlTime.instant;
import static dev.segmentation.shared.database.SqlTime.utc;

/**
 * Finds a line by its number without reading the lines before it. It skips whole days by
 * their counters, and the operations of the last day by an index that contains their
 * number of lines. It works only for the whole history of whole days in UTC.
 */
@Repository
class HistoryPlaceRepository {

	/**
	 * Unlike current_segment_days, it leaves out expired memberships that are not removed
	 * yet.
	 */
	private static final String DAYS = """
			WITH days AS (
			    SELECT day, CAST(sum(lines) AS bigint) AS lines
			    FROM (SELECT day, added + removed AS lines FROM segment_days WHERE day >= :from AND day < :to
			          UNION ALL
			          SELECT day, added + removed FROM segment_changes WHERE day >= :from AND day < :to) AS kept
			    GROUP BY day
			)
			""";

	private final JdbcClient jdbc;

	HistoryPlaceRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns the number of lines.
	 */
	long count(HistoryFilter filter) {
		return this.jdbc.sql(DAYS + "SELECT coalesce(sum(lines), 0) FROM days")
			.params(days(filter))
			.query(Long.class)
			.single();
	}

	/**
	 * Finds the line after a number of other lines.
	 * @return empty after the end
	 */
	Optional<HistoryPlace> find(HistoryFilter filter, long offset) {
		return this.jdbc.sql(DAYS + """
				SELECT day, before
				FROM (SELECT day, CAST(sum(lines) OVER (ORDER BY day) - lines AS bigint) AS before FROM days) AS summed
				WHERE before <= :offset ORDER BY day DESC LIMIT 1
				""")
			.params(days(filter))
			.param("offset", offset)
			.query((row, number) -> findInDay(row.getObject("day", LocalDate.class), offset - row.getLong("before")))
			.optional()
			.flatMap((place) -> place);
	}

	private Optional<HistoryPlace> findInDay(LocalDate day, long offset) {
		Instant start = day.atStartOfDay().toInstant(ZoneOffset.UTC);
		return this.jdbc.sql("""
				SELECT date, id, :offset - before AS skipped
				FROM (SELECT o.date, o.id, o.user_count, CAST(sum(o.user_count) OVER (
				          ORDER BY o.date, o.id ROWS UNBOUNDED PRECEDING) - o.user_count AS bigint) AS before
				      FROM operations AS o WHERE o.date >= :from AND o.date < :to) AS walked
				WHERE before + user_count > :offset ORDER BY date, id LIMIT 1
				""")
			.param("from", utc(start))
			.param("to", utc(start.plus(Duration.ofDays(1))))
			.param("offset", offset)
			.query((row, number) -> new HistoryPlace(
					new HistoryCursor(instant(row, "date"), row.getLong("id"), Long.MIN_VALUE), row.getInt("skipped")))
			.optional();
	}

	private static Map<String, LocalDate> days(HistoryFilter filter) {
		return Map.of("from", LocalDate.ofInstant(filter.from(), ZoneOffset.UTC), "to",
				LocalDate.ofInstant(filter.to(), ZoneOffset.UTC));
	}

}
