package dev.segmentation.database;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The members of a segment at a moment.
 *
 * @param ends the ends that were planned then, by user; empty without end
 */
record SegmentMoment(long segment, Instant at, Map<Long, String> ends) {

	/**
	 * Records the members from the memberships themselves.
	 * @param at the present time
	 */
	static SegmentMoment record(JdbcClient jdbc, long segment, Instant at) {
		return read(jdbc, segment, at, """
				SELECT user_id, expires_at AS until FROM memberships
				WHERE segment_id = :segment AND (expires_at IS NULL OR expires_at > :at)
				""");
	}

	/**
	 * Reads the same members from the history.
	 */
	SegmentMoment fromHistory(JdbcClient jdbc) {
		return read(jdbc, this.segment, this.at, """
				SELECT m.user_id, d.until FROM members_at(:segment, :at, 0, 9000000000000000000) AS m (user_id)
				LEFT JOIN LATERAL membership_at(:segment, m.user_id, :at) AS d ON true
				""");
	}

	/**
	 * Reads the same members from the history, user by user.
	 */
	SegmentMoment userByUser(JdbcClient jdbc) {
		return read(jdbc, this.segment, this.at, """
				SELECT u.user_id, d.until FROM (SELECT DISTINCT unnest(user_ids) AS user_id FROM operations) AS u
				CROSS JOIN LATERAL membership_at(:segment, u.user_id, :at) AS d
				""");
	}

	long size(JdbcClient jdbc) {
		return jdbc.sql("SELECT size FROM segment_at(:segment, :at)")
			.param("segment", this.segment)
			.param("at", Memberships.utc(this.at))
			.query(Long.class)
			.single();
	}

	/**
	 * Reads from the history who entered and left until another moment.
	 */
	Map<Long, String> changesUntil(SegmentMoment other, JdbcClient jdbc) {
		Map<Long, String> changes = new TreeMap<>();
		jdbc.sql("""
				SELECT user_id, change FROM changes_between(:segment, :from, :to, 0, 9000000000000000000)
				WHERE change IN ('entered', 'left')
				""")
			.param("segment", this.segment)
			.param("from", Memberships.utc(this.at))
			.param("to", Memberships.utc(other.at))
			.query((row) -> {
				changes.put(row.getLong("user_id"), row.getString("change"));
			});
		return changes;
	}

	/**
	 * Compares the recorded members of both moments.
	 */
	Map<Long, String> differencesFrom(SegmentMoment other) {
		Map<Long, String> changes = new TreeMap<>();
		other.ends.keySet()
			.stream()
			.filter((user) -> !this.ends.containsKey(user))
			.forEach((user) -> changes.put(user, "entered"));
		this.ends.keySet()
			.stream()
			.filter((user) -> !other.ends.containsKey(user))
			.forEach((user) -> changes.put(user, "left"));
		return changes;
	}

	private static SegmentMoment read(JdbcClient jdbc, long segment, Instant at, String sql) {
		Map<Long, String> ends = new TreeMap<>();
		jdbc.sql("SELECT user_id, coalesce(CAST(until AS text), '') AS until FROM (%s) AS m".formatted(sql))
			.param("segment", segment)
			.param("at", Memberships.utc(at))
			.query((row) -> {
				ends.put(row.getLong("user_id"), row.getString("until"));
			});
		return new SegmentMoment(segment, at, ends);
	}

}
