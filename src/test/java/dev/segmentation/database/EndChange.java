package dev.segmentation.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A recorded change of the end of one membership.
 */
record EndChange(long act, String kind, long user, @Nullable Instant before, @Nullable Instant after) {

	/**
	 * Returns the changes in a segment, in the order of their dates and users.
	 */
	static List<EndChange> of(JdbcClient jdbc, long segment) {
		return jdbc.sql("""
				SELECT c.act_id, a.kind, u.id, u.end_before, u.end_after
				FROM end_changes AS c JOIN acts AS a ON a.id = c.act_id
				CROSS JOIN LATERAL unnest(c.user_ids, c.ends_before, c.ends_after) AS u (id, end_before, end_after)
				WHERE c.segment_id = :segment ORDER BY c.date, c.id, u.id
				""")
			.param("segment", segment)
			.query((row, number) -> new EndChange(row.getLong("act_id"), row.getString("kind"), row.getLong("id"),
					RoutineTestBase.instant(row.getObject("end_before", OffsetDateTime.class)).orElse(null),
					RoutineTestBase.instant(row.getObject("end_after", OffsetDateTime.class)).orElse(null)))
			.list();
	}

}
