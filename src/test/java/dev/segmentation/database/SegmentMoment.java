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
