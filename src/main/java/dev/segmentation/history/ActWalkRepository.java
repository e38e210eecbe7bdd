package dev.segmentation.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import dev.segmentation.shared.ActKind;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Walks acts along an index, newest or oldest first, and never further than it is told.
 * In the queries {@code ~} stands for the direction.
 */
@Repository
class ActWalkRepository {

	private static final String IN_SPAN = " (%1$s, %2$s) > (:lower_at, :lower_id) AND (%1$s, %2$s) < (:upper_at, :upper_id) ";

	/** All acts, or those through some causes, or of an account. */
	private static final String ACTS = "SELECT at, id FROM acts WHERE" + IN_SPAN.formatted("at", "id")
			+ "ORDER BY at ~, id ~ LIMIT :most";

	private static final String ACTS_BY_KIND = """
			SELECT act.at, act.id FROM unnest(CAST(:kinds AS act_kind[])) AS wanted (kind)
			CROSS JOIN LATERAL (
			    SELECT a.at, a.id FROM acts AS a WHERE a.kind = wanted.kind %s AND"""
			+ IN_SPAN.formatted("a.at", "a.id") + """
					    ORDER BY a.at ~, a.id ~ LIMIT :most) AS act
					ORDER BY act.at ~, act.id ~ LIMIT :most
					""";

	private static final String ACTS_OF_SEGMENTS = """
			SELECT DISTINCT act.at, act.id FROM unnest(:segments) AS wanted (id)
			CROSS JOIN LATERAL (
			    SELECT c.act_at AS at, c.act_id AS id FROM act_changes AS c
			    WHERE c.segment_id = wanted.id AND""" + IN_SPAN.formatted("c.act_at", "c.act_id") + """
			    GROUP BY c.act_at, c.act_id ORDER BY c.act_at ~, c.act_id ~ LIMIT :most) AS act
			ORDER BY act.at ~, act.id ~ LIMIT :most
			""";

	/** A user's history is short, and read whole. */
	private static final String ACTS_OF_USERS = """
			SELECT a.at, a.id FROM acts AS a
			WHERE a.id = ANY (ARRAY(
			    SELECT o.act_id FROM operations AS o
			    WHERE o.user_block = ANY (ARRAY(SELECT DISTINCT id / 64 FROM unnest(:users) AS id))
			      AND o.user_ids && :users AND (CAST(:segments AS bigint[]) IS NULL OR o.segment_id = ANY (:segments))))
			  AND""" + IN_SPAN.formatted("a.at", "a.id") + """
			  AND (CAST(:account AS bigint) IS NULL OR a.account_id = :account)
			  AND a.kind = ANY (CAST(:kinds AS act_kind[]))
			ORDER BY a.at ~, a.id ~ LIMIT :most
			""";

	/** Looks the acts of a walk over, and tells where it ended. */
	private static final String MATCHING = """
			SELECT at, id, matches, position FROM (
			    SELECT walked.at, walked.id, row_number() OVER (ORDER BY walked.at ~, walked.id ~) AS position,
			           %2$s AS matches
			    FROM (%1$s) AS walked) AS seen
			WHERE matches OR position = :most ORDER BY position
			""";

	/** Limited, so that it is never turned into a hash of all the segments' changes. */
	private static final String CHANGED_SEGMENTS = """
			coalesce((SELECT true FROM act_changes AS c
			          WHERE c.act_id = walked.id AND c.segment_id = ANY (:segments) LIMIT 1), false)""";

	private static final String IS_THEIRS = """
			(SELECT (CAST(:account AS bigint) IS NULL OR a.account_id = :account) AND a.kind = ANY (CAST(:kinds AS act_kind[]))
			 FROM acts AS a WHERE a.id = walked.id)""";

	private final JdbcClient jdbc;

	ActWalkRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * By period, causes and account: their indexes hold nothing else, so that no act is
	 * looked at in vain.
	 */
	ActWalk walkActs(ActFilter filter, ActSpan span, int wanted) {
		return walk(acts(filter), "true", filter, span, wanted);
	}

	/**
	 * Among the same acts, those that changed a segment.
	 * @param most how many acts to look at
	 */
	ActWalk walkActsOfSegments(ActFilter filter, ActSpan span, int most) {
		return walk(acts(filter), CHANGED_SEGMENTS, filter, span, most);
	}

	/**
	 * Along the history of the segments.
	 * @param most how many acts to look at
	 */
	ActWalk walkSegments(ActFilter filter, ActSpan span, int most) {
		return walk(ACTS_OF_SEGMENTS, isAnybodys(filter) ? "true" : IS_THEIRS, filter, span, most);
	}

	ActWalk walkUsers(ActFilter filter, ActSpan span, int wanted) {
		return walk(ACTS_OF_USERS, "true", filter, span, wanted);
	}

	static boolean isAnybodys(ActFilter filter) {
		return filter.kinds().isEmpty() && filter.account() == null;
	}

	private static String acts(ActFilter filter) {
		return isAnybodys(filter) ? ACTS
				: ACTS_BY_KIND.formatted((filter.account() != null) ? "AND a.account_id = :account" : "");
	}

	private ActWalk walk(String source, String matches, ActFilter filter, ActSpan span, int most) {
		String sql = MATCHING.formatted(source, matches).replace("~", span.newestFirst() ? "DESC" : "ASC");
		List<ActCursor> found = new ArrayList<>();
		List<ActCursor> last = new ArrayList<>();
		statement(sql, filter, span, most).query((row) -> {
			ActCursor cursor = new ActCursor(instant(row, "at"), row.getLong("id"));
			if (row.getBoolean("matches")) {
				found.add(cursor);
			}
			if (row.getInt("position") == most) {
				last.add(cursor);
			}
		});
		return new ActWalk(found, last.isEmpty() ? null : last.getFirst());
	}

	private StatementSpec statement(String sql, ActFilter filter, ActSpan span, int most) {
		return this.jdbc.sql(sql)
			.param("lower_at", utc(span.lower().at()))
			.param("lower_id", span.lower().id())
			.param("upper_at", utc(span.upper().at()))
			.param("upper_id", span.upper().id())
			.param("users", ids(filter.users()))
			.param("segments", ids(filter.segments()))
			.param("kinds", kinds(filter.kinds()))
			.param("account", filter.account())
			.param("most", most);
	}

	private static Long @Nullable [] ids(@Nullable Collection<Long> ids) {
		return (ids != null) ? ids.toArray(Long[]::new) : null;
	}

	private static String[] kinds(Set<ActKind> chosen) {
		return (chosen.isEmpty() ? Arrays.stream(ActKind.values()) : chosen.stream()).map(ActKind::text)
			.toArray(String[]::new);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static OffsetDateTime utc(Instant instant) {
		return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

}
