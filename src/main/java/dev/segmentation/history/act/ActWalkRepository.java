package dev.segmentation.history.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.Cursor;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

import static dev.segmentation.shared.database.SqlTime.instant;

/**
 * Walks through acts along an index, newest or oldest first, up to a limit. In the
 * queries {@code ~} stands for the direction.
 */
@Repository
class ActWalkRepository {

	static final String IN_SPAN = " (%1$s, %2$s) > (:lower_at, :lower_id)"
			+ " AND (%1$s, %2$s) < (:upper_at, :upper_id) ";

	private static final String ACTS_BY_KIND = """
			SELECT act.at, act.id FROM unnest(CAST(:kinds AS act_kind[])) AS wanted (kind)
			CROSS JOIN LATERAL (
			    SELECT a.at, a.id FROM acts AS a WHERE a.kind = wanted.kind %s AND"""
			+ IN_SPAN.formatted("a.at", "a.id") + """
					    ORDER BY a.at ~, a.id ~ LIMIT :most) AS act
					ORDER BY act.at ~, act.id ~ LIMIT :most
					""";

	private static final String NOTED_ACTS = """
			SELECT a.at, a.id FROM acts AS a
			WHERE a.note IS NOT NULL AND a.kind = ANY (CAST(:kinds AS act_kind[])) %s AND"""
			+ IN_SPAN.formatted("a.at", "a.id") + "ORDER BY a.at ~, a.id ~ LIMIT :most";

	/** The acts that changed a segment. Needs a table of changes and a condition. */
	private static final String ACTS_OF_SEGMENT = """
			(SELECT c.act_at AS at, c.act_id AS id FROM %s AS c WHERE c.segment_id = wanted.id AND %s AND"""
			+ IN_SPAN.formatted("c.act_at", "c.act_id")
			+ "GROUP BY c.act_at, c.act_id ORDER BY c.act_at ~, c.act_id ~ LIMIT :most)";

	/** The acts that changed segments, besides expiries. */
	static final String CHOSEN_ACTS_OF_SEGMENTS = """
			SELECT act.at, act.id FROM unnest(:segments) AS wanted (id)
			CROSS JOIN LATERAL (""" + ACTS_OF_SEGMENT.formatted("act_changes", "NOT c.expired") + " UNION ALL "
			+ ACTS_OF_SEGMENT.formatted("act_end_changes", "true") + " UNION ALL "
			+ ACTS_OF_SEGMENT.formatted("segment_edits", "true") + ") AS act";

	private static final String ACTS_OF_SEGMENTS = """
			SELECT DISTINCT at, id FROM (
			    %s
			    UNION ALL
			    SELECT act.at, act.id FROM unnest(:segments) AS wanted (id) CROSS JOIN LATERAL %s AS act) AS acts
			ORDER BY at ~, id ~ LIMIT :most
			""".formatted(CHOSEN_ACTS_OF_SEGMENTS, ACTS_OF_SEGMENT.formatted("act_changes", "c.expired"));

	/** The history of a user is short, so the query reads all of it. */
	private static final String ACTS_OF_USERS = """
			SELECT a.at, a.id FROM acts AS a
			WHERE a.id = ANY (ARRAY(
			    SELECT o.act_id FROM operations AS o
			    WHERE o.user_block = ANY (ARRAY(SELECT DISTINCT id / 64 FROM unnest(:users) AS id))
			      AND o.user_ids && :users AND (CAST(:segments AS bigint[]) IS NULL OR o.segment_id = ANY (:segments))
			    UNION ALL
			    SELECT o.act_id FROM end_changes AS o
			    WHERE o.user_block = ANY (ARRAY(SELECT DISTINCT id / 64 FROM unnest(:users) AS id))
			      AND o.user_ids && :users AND (CAST(:segments AS bigint[]) IS NULL OR o.segment_id = ANY (:segments))))
			  AND""" + IN_SPAN.formatted("a.at", "a.id") + """
			  AND (CAST(:account AS bigint) IS NULL OR a.account_id = :account)
			  AND a.kind = ANY (CAST(:kinds AS act_kind[]))
			  AND (:note = '' OR strpos(lower(a.note), lower(:note)) > 0)
			ORDER BY a.at ~, a.id ~ LIMIT :most
			""";

	/** Returns the matching acts of a walk, and the last act that it may read. */
	private static final String MATCHING = """
			SELECT at, id, matches, position FROM (
			    SELECT walked.at, walked.id, row_number() OVER (ORDER BY walked.at ~, walked.id ~) AS position,
			           %2$s AS matches
			    FROM (%1$s) AS walked) AS seen
			WHERE matches OR position = :most ORDER BY position
			""";

	/** The limit keeps the planner from hashing all changes of the segments. */
	private static final String CHANGED_SEGMENTS = """
			coalesce((SELECT true FROM act_changes AS c
			          WHERE c.act_id = walked.id AND c.segment_id = ANY (:segments) LIMIT 1),
			         (SELECT true FROM act_end_changes AS c
			          WHERE c.act_id = walked.id AND c.segment_id = ANY (:segments) LIMIT 1),
			         (SELECT true FROM segment_edits AS c
			          WHERE c.act_id = walked.id AND c.segment_id = ANY (:segments) LIMIT 1), false)""";

	private static final String IS_THEIRS = """
			(SELECT (CAST(:account AS bigint) IS NULL OR a.account_id = :account) AND a.kind = ANY (CAST(:kinds AS act_kind[]))
			        AND (:note = '' OR coalesce(strpos(lower(a.note), lower(:note)), 0) > 0)
			 FROM acts AS a WHERE a.id = walked.id)""";

	private static final String IS_NOTED = """
			(SELECT strpos(lower(a.note), lower(:note)) > 0 FROM acts AS a WHERE a.id = walked.id)""";

	private final JdbcClient jdbc;

	ActWalkRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Walks through the acts of a period, by source and account. The indexes contain
	 * exactly these acts.
	 */
	ActWalk walkActs(HistoryFilter filter, @Nullable Cursor cursor, int wanted) {
		return walk(acts(filter), "true", filter, cursor, wanted);
	}

	/**
	 * Walks through the acts that have a note, and keeps those of the filter's note.
	 * @param most the largest number of acts to read
	 */
	ActWalk walkNotedActs(HistoryFilter filter, @Nullable Cursor cursor, int most) {
		return walk(acts(filter), IS_NOTED, filter, cursor, most);
	}

	/**
	 * Walks through the same acts, and keeps those that changed one of the segments.
	 * @param most the largest number of acts to read
	 */
	ActWalk walkActsOfSegments(HistoryFilter filter, @Nullable Cursor cursor, int most) {
		String matches = filter.note().isEmpty() ? CHANGED_SEGMENTS : IS_NOTED + " AND " + CHANGED_SEGMENTS;
		return walk(acts(filter), matches, filter, cursor, most);
	}

	/**
	 * Walks through the acts of the segments, and keeps those of the source, account and
	 * note.
	 * @param most the largest number of acts to read
	 */
	ActWalk walkSegments(HistoryFilter filter, @Nullable Cursor cursor, int most) {
		return walk(ACTS_OF_SEGMENTS, IS_THEIRS, filter, cursor, most);
	}

	ActWalk walkUsers(HistoryFilter filter, @Nullable Cursor cursor, int wanted) {
		return walk(ACTS_OF_USERS, "true", filter, cursor, wanted);
	}

	private static String acts(HistoryFilter filter) {
		return (filter.note().isEmpty() ? ACTS_BY_KIND : NOTED_ACTS)
			.formatted((filter.account() != null) ? "AND a.account_id = :account" : "");
	}

	private ActWalk walk(String source, String matches, HistoryFilter filter, @Nullable Cursor cursor, int most) {
		boolean back = cursor != null && cursor.back();
		String sql = MATCHING.formatted(source, matches).replace("~", back ? "ASC" : "DESC");
		List<ActPosition> found = new ArrayList<>();
		List<ActPosition> last = new ArrayList<>();
		statement(sql, filter, cursor, most).query((row) -> {
			Instant at = instant(row, "at");
			ActPosition act = new ActPosition(at, row.getLong("id"));
			if (row.getBoolean("matches")) {
				found.add(act);
			}
			if (row.getInt("position") == most) {
				last.add(act);
			}
		});
		return new ActWalk(found, last.isEmpty() ? null : last.getFirst());
	}

	private StatementSpec statement(String sql, HistoryFilter filter, @Nullable Cursor cursor, int most) {
		return this.jdbc.sql(sql)
			.params(WalkSpan.of(filter, cursor).params())
			.param("users", filter.users().sqlArray())
			.param("segments", filter.segments().sqlArray())
			.param("kinds", kinds(filter.kinds()))
			.param("account", filter.account())
			.param("note", filter.note())
			.param("most", most);
	}

	static String[] kinds(Set<ActKind> chosen) {
		return (chosen.isEmpty() ? Arrays.stream(ActKind.values()) : chosen.stream()).map(ActKind::text)
			.toArray(String[]::new);
	}

}
