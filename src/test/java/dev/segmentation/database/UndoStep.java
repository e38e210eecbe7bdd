package dev.segmentation.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the undo of an act would do with one membership.
 *
 * @param later the kind of the newest later change; {@code null} without one
 */
record UndoStep(long user, String outcome, @Nullable Instant until, @Nullable Long laterAct, @Nullable String later) {

	/**
	 * Plans the undo of an act.
	 * @param until replaces ends that have passed
	 */
	static List<UndoStep> of(JdbcClient jdbc, long act, @Nullable Instant until) {
		return jdbc.sql("""
				SELECT user_id, outcome, until, later_act, later_change
				FROM undo_plan(:act, CAST(:until AS timestamptz), now(), true) ORDER BY segment_id, user_id
				""")
			.param("act", act)
			.param("until", (until != null) ? Memberships.utc(until) : null)
			.query((row, number) -> new UndoStep(row.getLong("user_id"), row.getString("outcome"),
					RoutineTestBase.instant(row.getObject("until", OffsetDateTime.class)).orElse(null),
					row.getObject("later_act", Long.class), row.getString("later_change")))
			.list();
	}

}
