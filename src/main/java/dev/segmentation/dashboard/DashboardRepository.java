package dev.segmentation.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
			.query(Totals.class)
			.single();
	}

	FirstSteps firstSteps(Duration recent) {
		return this.jdbc
			.sql("""
					SELECT current_user_count() > 0 AS users,
					       EXISTS (SELECT FROM segments) AS segment,
					       EXISTS (SELECT FROM accounts WHERE owner_id IS NOT NULL)
					       OR EXISTS (SELECT FROM refresh_tokens) AS program,
					       (SELECT created_at FROM accounts ORDER BY id LIMIT 1) > now() - CAST(:recent AS interval) AS recent
					""")
			.param("recent", recent.toString())
			.query(FirstSteps.class)
			.single();
	}

	/**
	 * The next expiries, by the index of ends.
	 * @param limit the largest number of memberships to read
	 */
	UpcomingExpiries findExpiries(Duration within, int limit) {
		List<Expiry> expiries = this.jdbc
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
			.query(Expiry.class)
			.list();
		long memberships = expiries.stream().mapToLong(Expiry::memberships).sum();
		return new UpcomingExpiries(expiries.stream().map(Expiry::ofSegment).toList(), memberships,
				(memberships == limit) ? expiries.getLast().last() : null);
	}

	/**
	 * The number of changes by day and cause; only days with changes.
	 */
	Map<LocalDate, Map<ActKind, Long>> findChanges(LocalDate since) {
		return this.jdbc.sql("""
				SELECT day, upper(CAST(kind AS text)) AS kind, sum(added + removed) AS changes
				FROM current_segment_days(:since) GROUP BY day, kind
				""")
			.param("since", since)
			.query(Changes.class)
			.list()
			.stream()
			.collect(Collectors.groupingBy(Changes::day, Collectors.toMap(Changes::kind, Changes::changes)));
	}

	/**
	 * The next expiries in a segment.
	 *
	 * @param last the last of all expiries that were read
	 */
	record Expiry(long id, String name, long memberships, Instant next, Instant last) {

		UpcomingExpiry ofSegment() {
			return new UpcomingExpiry(this.id, this.name, this.memberships, this.next);
		}

	}

	/**
	 * The changes of a day through one cause.
	 */
	record Changes(LocalDate day, ActKind kind, long changes) {
	}

}
