package dev.segmentation.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.segmentation.shared.ActKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DashboardRepository {

	private final JdbcClient jdbc;

	DashboardRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Totals totals() {
		return this.jdbc
			.sql("""
					SELECT current_user_count() AS users, count(*) AS segments, coalesce(sum(size), 0) AS memberships, now() AS at
					FROM current_segment_sizes()
					""")
			.query((row, number) -> new Totals(row.getLong("users"), row.getLong("segments"),
					row.getLong("memberships"), instant(row, "at")))
			.single();
	}

	/**
	 * Reads no more than the limit, from the index of what ends.
	 */
	Ending findEnding(Duration within, int limit) {
		return this.jdbc
			.sql("""
					SELECT s.id, s.name, ending.memberships, ending.next, ending.last
					FROM (SELECT segment_id, count(*) AS memberships, min(expires_at) AS next, max(max(expires_at)) OVER () AS last
					      FROM (SELECT segment_id, expires_at FROM memberships
					            WHERE expires_at > now() AND expires_at <= now() + CAST(:within AS interval)
					            ORDER BY expires_at LIMIT :limit) AS next_ones
					      GROUP BY segment_id) AS ending
					JOIN segments AS s ON s.id = ending.segment_id
					ORDER BY ending.next, s.name
					""")
			.param("within", within.toString())
			.param("limit", limit)
			.query((row) -> {
				List<Ending.OfSegment> segments = new ArrayList<>();
				Instant last = null;
				while (row.next()) {
					segments.add(new Ending.OfSegment(row.getLong("id"), row.getString("name"),
							row.getLong("memberships"), instant(row, "next")));
					last = instant(row, "last");
				}
				long memberships = segments.stream().mapToLong(Ending.OfSegment::memberships).sum();
				return new Ending(segments, memberships, (memberships == limit) ? last : null);
			});
	}

	/**
	 * The days since one, oldest first, those without changes left out.
	 */
	Map<LocalDate, Map<ActKind, Long>> findChanges(LocalDate since) {
		return this.jdbc.sql("""
				SELECT day, kind, sum(added + removed) AS changes FROM current_segment_days(:since) GROUP BY day, kind
				""").param("since", since).query((row) -> {
			Map<LocalDate, Map<ActKind, Long>> days = new TreeMap<>();
			while (row.next()) {
				days.computeIfAbsent(row.getObject("day", LocalDate.class), (day) -> new EnumMap<>(ActKind.class))
					.put(ActKind.of(row.getString("kind")), row.getLong("changes"));
			}
			return days;
		});
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
