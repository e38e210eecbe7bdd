package dev.segmentation.history.act;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.shared.Cursor;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

import static dev.segmentation.shared.database.SqlTime.instant;
import static dev.segmentation.shared.database.SqlTime.utc;

/**
 * Walks through the history with the expiries of each hour (UTC) as one act: the last of
 * them within the filter's period. It goes from hour to hour along an index, and does not
 * read the expiries between. In the queries {@code ~} stands for the direction.
 */
@Repository
class ExpiryHourRepository {

	/**
	 * The largest number of changes of an hour that are counted. Counting them for 50
	 * hours takes as long as the rest of the page.
	 */
	private static final int MOST_COUNTED = 1000;

	private static final String HOUR = "date_trunc('hour', %s, 'UTC')";

	/** The expiry that is next to a bound, in all segments. */
	private static final String IN_ALL = """
			(SELECT c.act_at AS at, c.act_id AS id FROM act_changes AS c
			 WHERE c.expired AND c.act_at >= %1$s AND c.act_at < %2$s
			 ORDER BY c.act_at %3$s, c.act_id %3$s LIMIT 1)""";

	/** The expiry that is next to a bound, in some segments. */
	private static final String IN_SEGMENTS = """
			(SELECT next.at, next.id FROM unnest(:segments) AS wanted (id)
			 CROSS JOIN LATERAL (
			     SELECT c.act_at AS at, c.act_id AS id FROM act_changes AS c
			     WHERE c.expired AND c.segment_id = wanted.id AND c.act_at >= %1$s AND c.act_at < %2$s
			     ORDER BY c.act_at %3$s, c.act_id %3$s LIMIT 1) AS next
			 ORDER BY next.at %3$s, next.id %3$s LIMIT 1)""";

	/** A cursor may be within an hour, so the walk begins at the end of its hour. */
	private static final String OLDER_HOURS = """
			WITH RECURSIVE last (at, id, n) AS (
			    SELECT e.at, e.id, 0 FROM %1$s AS e
			    UNION ALL
			    SELECT e.at, e.id, h.n + 1 FROM last AS h CROSS JOIN LATERAL %2$s AS e WHERE h.n < :most)
			SELECT at, id FROM last WHERE (at, id) < (:upper_at, :upper_id)""";

	private static final String NEWER_HOURS = """
			WITH RECURSIVE hour (start, n) AS (
			    SELECT %4$s, 0 FROM %1$s AS e
			    UNION ALL
			    SELECT %4$s, h.n + 1 FROM hour AS h CROSS JOIN LATERAL %2$s AS e WHERE h.n < :most)
			SELECT e.at, e.id FROM hour AS h CROSS JOIN LATERAL %3$s AS e WHERE (e.at, e.id) > (:lower_at, :lower_id)""";

	private static final String OTHERS = """
			SELECT act.at, act.id FROM unnest(CAST(:kinds AS act_kind[])) AS wanted (kind)
			CROSS JOIN LATERAL (
			    SELECT a.at, a.id FROM acts AS a WHERE a.kind = wanted.kind AND"""
			+ ActWalkRepository.IN_SPAN.formatted("a.at", "a.id") + "ORDER BY a.at ~, a.id ~ LIMIT :most) AS act";

	private static final String BOTH = "SELECT DISTINCT at, id FROM ((%s) UNION ALL (%s)) AS line ORDER BY at ~, id ~"
			+ " LIMIT :most";

	private static final String COUNTED = """
			SELECT line.id, line.hour, least(sum(c.users), CASE WHEN count(*) > :most THEN :most END) AS memberships,
			       count(*) > :most AS capped
			FROM (SELECT id, date_trunc('hour', at, 'UTC') AS hour FROM acts WHERE id = ANY (:ids) AND kind = 'expiry') AS line
			CROSS JOIN LATERAL (
			    SELECT c.users, c.act_id FROM %s
			    WHERE c.expired AND c.act_at >= greatest(:from, line.hour) AND c.act_at < least(:to, line.hour + interval '1 hour')
			    LIMIT :most + 1) AS c
			GROUP BY line.id, line.hour HAVING min(c.act_id) < max(c.act_id)
			""";

	private final JdbcClient jdbc;

	ExpiryHourRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Walks through the acts of a period, of some segments or of all.
	 */
	ActWalk walk(HistoryFilter filter, @Nullable Cursor cursor, int wanted) {
		boolean back = cursor != null && cursor.back();
		String others = filter.segments().isAll() ? OTHERS : ActWalkRepository.CHOSEN_ACTS_OF_SEGMENTS;
		String next = filter.segments().isAll() ? IN_ALL : IN_SEGMENTS;
		String sql = BOTH.formatted(others, back ? newer(next) : older(next)).replace("~", back ? "ASC" : "DESC");
		List<ActPosition> found = statement(sql, filter, WalkSpan.of(filter, cursor)).param("most", wanted)
			.query((row, number) -> new ActPosition(instant(row, "at"), row.getLong("id")))
			.list();
		return new ActWalk(found, null);
	}

	private static String older(String next) {
		String end = "least(:to, %s + interval '1 hour')".formatted(HOUR.formatted(":upper_at"));
		return OLDER_HOURS.formatted(next.formatted(":from", end, "DESC"),
				next.formatted(":from", HOUR.formatted("h.at"), "DESC"));
	}

	private static String newer(String next) {
		String begin = "greatest(:from, %s)".formatted(HOUR.formatted(":lower_at"));
		String after = "h.start + interval '1 hour'";
		return NEWER_HOURS.formatted(next.formatted(begin, ":to", "ASC"), next.formatted(after, ":to", "ASC"),
				next.formatted("greatest(:from, h.start)", "least(:to, " + after + ")", "DESC"),
				HOUR.formatted("e.at"));
	}

	private StatementSpec statement(String sql, HistoryFilter filter, WalkSpan span) {
		return this.jdbc.sql(sql)
			.params(span.params())
			.param("from", utc(filter.from()))
			.param("to", utc(filter.to()))
			.param("segments", filter.segments().sqlArray())
			.param("kinds", ActWalkRepository.kinds(filter.kinds()));
	}

	/**
	 * Counts the expiries of the hours that acts stand for.
	 * @param ids acts; those that are no expiries, and those that are the only expiry of
	 * their hour, have no hour
	 */
	Map<Long, ExpiryHour> find(List<Long> ids, HistoryFilter filter) {
		Map<Long, ExpiryHour> hours = new HashMap<>();
		this.jdbc
			.sql(COUNTED.formatted(filter.segments().isAll() ? "act_changes AS c"
					: "unnest(:segments) AS wanted (id) JOIN act_changes AS c ON c.segment_id = wanted.id"))
			.param("ids", ids.toArray(Long[]::new))
			.param("segments", filter.segments().sqlArray())
			.param("from", utc(filter.from()))
			.param("to", utc(filter.to()))
			.param("most", MOST_COUNTED)
			.query((row) -> {
				hours.put(row.getLong("id"),
						new ExpiryHour(instant(row, "hour"), row.getLong("memberships"), row.getBoolean("capped")));
			});
		return hours;
	}

}
