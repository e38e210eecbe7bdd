package dev.segmentation.history.act;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.segmentation.history.Selection;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Keyset;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static dev.segmentation.shared.database.SqlTime.instant;
import static dev.segmentation.shared.database.SqlTime.instantOrNull;

/**
 * Reads acts with their changes.
 */
@Repository
class ActRepository {

	private static final Keyset USERS = Keyset.ascending("line.user_id");

	private static final Keyset BLOCKS = Keyset.ascending("o.user_block");

	/**
	 * Whether the segment of a change exists, and its only user. The date finds the
	 * partition.
	 */
	private static final String DETAILS = """
			LEFT JOIN segments AS s ON s.id = change.segment_id
			LEFT JOIN LATERAL (
			    SELECT o.user_ids[1] AS user_id FROM operations AS o
			    WHERE o.act_id = change.act_id AND o.segment_id = change.segment_id
			      AND CAST(o.type AS text) = change.type AND o.date = change.at
			    UNION ALL
			    SELECT e.user_ids[1] FROM end_changes AS e
			    WHERE e.act_id = change.act_id AND e.segment_id = change.segment_id AND change.type = 'ends'
			    LIMIT 1) AS only_one ON change.users = 1
			LEFT JOIN users AS u ON u.id = only_one.user_id
			""";

	/** The changes of members and of ends. */
	private static final String CHANGES = """
			(SELECT act_id, segment_id, segment_name, CAST(type AS text) AS type, users, at, CAST(0 AS bigint) AS endless,
			        CAST(0 AS bigint) AS later, CAST(NULL AS timestamptz) AS first_end, CAST(NULL AS timestamptz) AS last_end,
			        CAST(NULL AS interval) AS extended_by
			 FROM act_changes
			 UNION ALL
			 SELECT act_id, segment_id, segment_name, 'ends', users, at, endless, later, first_end, last_end,
			        extended_by
			 FROM act_end_changes)""";

	private static final String USERS_OF_MEMBERS = """
			SELECT o.user_block, o.user_ids, o.date, CAST(NULL AS timestamptz[]) AS ends_before,
			       CAST(NULL AS timestamptz[]) AS ends_after
			FROM operations AS o WHERE o.type = CAST(:type AS operation_type)""";

	private static final String USERS_OF_ENDS = """
			SELECT o.user_block, o.user_ids, o.date, o.ends_before, o.ends_after FROM end_changes AS o WHERE true""";

	private final JdbcClient jdbc;

	ActRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Map<Long, Instant> findMoments(long segmentId, Collection<Long> actIds) {
		Map<Long, Instant> moments = new HashMap<>();
		this.jdbc.sql("""
				SELECT change.act_id, max(change.at) AS at
				FROM (SELECT act_id, segment_id, at FROM act_changes
				      UNION ALL SELECT act_id, segment_id, at FROM act_end_changes) AS change
				WHERE change.act_id = ANY (:acts) AND change.segment_id = :segment GROUP BY change.act_id
				""").param("acts", actIds.toArray(Long[]::new)).param("segment", segmentId).query((row) -> {
			moments.put(row.getLong("act_id"), instant(row, "at"));
		});
		return moments;
	}

	/**
	 * Reads acts in the order of the ids.
	 * @param first the segments whose changes come first, before the largest other
	 * changes
	 * @param changes the largest number of changes to list for each act
	 */
	List<ActSummary> find(List<Long> ids, Selection first, int changes) {
		Map<Long, ActSummary> acts = this.jdbc
			.sql("""
					SELECT a.id, a.kind, a.at, a.account_id, by.login, a.note, change.segment_id, change.segment_name,
					       change.type, change.users, s.id IS NOT NULL AS segment_exists, only_one.user_id, u.login AS user_login,
					       change.added_to, change.deleted_from, change.ends_in, change.added, change.deleted,
					       change.changed, change.endless, change.later, change.first_end, change.last_end,
					       change.extended_by
					FROM acts AS a
					LEFT JOIN accounts AS by ON by.id = a.account_id
					LEFT JOIN LATERAL (
					    SELECT c.act_id, c.segment_id, c.segment_name, c.type, sum(c.users) AS users,
					           sum(c.users) AS size, max(c.at) AS at,
					           count(*) FILTER (WHERE c.type = 'added') OVER () AS added_to,
					           count(*) FILTER (WHERE c.type = 'deleted') OVER () AS deleted_from,
					           coalesce(sum(sum(c.users)) FILTER (WHERE c.type = 'added') OVER (), 0) AS added,
					           coalesce(sum(sum(c.users)) FILTER (WHERE c.type = 'deleted') OVER (), 0) AS deleted,
					           count(*) FILTER (WHERE c.type = 'ends') OVER () AS ends_in,
					           coalesce(sum(sum(c.users)) FILTER (WHERE c.type = 'ends') OVER (), 0) AS changed,
					           sum(sum(c.endless)) OVER () AS endless, sum(sum(c.later)) OVER () AS later,
					           min(min(c.first_end)) OVER () AS first_end, max(max(c.last_end)) OVER () AS last_end,
					           CASE WHEN sum(count(*) FILTER (WHERE c.type = 'ends' AND c.extended_by IS NULL)) OVER () = 0
					                 AND min(min(c.extended_by)) OVER () = max(max(c.extended_by)) OVER ()
					                THEN CAST(extract(epoch FROM min(min(c.extended_by)) OVER ()) AS bigint)
					           END AS extended_by
					    FROM %s AS c WHERE c.act_id = a.id
					    GROUP BY c.act_id, c.segment_id, c.segment_name, c.type
					    ORDER BY c.segment_id = ANY (CAST(:first AS bigint[])) DESC,
					             size DESC, c.segment_name, c.segment_id, c.type
					    LIMIT :changes) AS change ON true
					%s
					WHERE a.id = ANY (:ids)
					"""
				.formatted(CHANGES, DETAILS))
			.param("ids", ids.toArray(Long[]::new))
			.param("first", first.sqlArray())
			.param("changes", changes)
			.query(ActRepository::acts);
		findEdits(ids).forEach((edit) -> Objects.requireNonNull(acts.get(edit.actId())).edits().add(edit));
		return ids.stream().filter(acts::containsKey).map(acts::get).toList();
	}

	private List<SegmentEdit> findEdits(List<Long> ids) {
		return this.jdbc.sql("""
				SELECT e.act_id, e.segment_id, s.id IS NOT NULL AS segment_exists, e.name_before, e.name_after,
				       e.description_before, e.description_after
				FROM segment_edits AS e LEFT JOIN segments AS s ON s.id = e.segment_id
				WHERE e.act_id = ANY (:ids) ORDER BY e.act_id, e.segment_id
				""").param("ids", ids.toArray(Long[]::new)).query(SegmentEdit.class).list();
	}

	private static Map<Long, ActSummary> acts(ResultSet row) throws SQLException {
		Map<Long, ActSummary> acts = new LinkedHashMap<>();
		while (row.next()) {
			ActSummary act = acts.get(row.getLong("id"));
			if (act == null) {
				act = act(row);
				acts.put(act.id(), act);
			}
			if (row.getString("type") != null) {
				act.changes().add(change(row));
			}
		}
		return acts;
	}

	private static ActSummary act(ResultSet row) throws SQLException {
		return new ActSummary(row.getLong("id"), ActKind.of(row.getString("kind")), instant(row, "at"),
				row.getObject("account_id", Long.class), row.getString("login"), row.getString("note"),
				new ArrayList<>(), row.getLong("added_to"), row.getLong("deleted_from"), row.getLong("added"),
				row.getLong("deleted"), ends(row), new ArrayList<>());
	}

	private static NewEnds ends(ResultSet row) throws SQLException {
		return new NewEnds(row.getLong("ends_in"), row.getLong("changed"), row.getLong("endless"), row.getLong("later"),
				instantOrNull(row, "first_end"), instantOrNull(row, "last_end"),
				(row.getObject("extended_by") != null) ? Duration.ofSeconds(row.getLong("extended_by")) : null);
	}

	private static ActChange change(ResultSet row) throws SQLException {
		return new ActChange(row.getLong("segment_id"), row.getString("segment_name"), row.getBoolean("segment_exists"),
				ActChangeType.of(row.getString("type")), row.getLong("users"), onlyUser(row));
	}

	private static ActChange.@Nullable OnlyUser onlyUser(ResultSet row) throws SQLException {
		Long user = row.getObject("user_id", Long.class);
		return (user != null) ? new ActChange.OnlyUser(user, row.getString("user_login")) : null;
	}

	Optional<ActChange> findChange(long actId, long segmentId, ActChangeType type) {
		return this.jdbc.sql("""
				SELECT change.segment_id, change.segment_name, change.type, change.users,
				       s.id IS NOT NULL AS segment_exists, only_one.user_id, u.login AS user_login
				FROM (SELECT c.act_id, c.segment_id, c.type, max(c.segment_name) AS segment_name,
				             sum(c.users) AS users, max(c.at) AS at
				      FROM %s AS c WHERE c.act_id = :act AND c.segment_id = :segment AND c.type = :type
				      GROUP BY c.act_id, c.segment_id, c.type) AS change
				%s
				""".formatted(CHANGES, DETAILS))
			.param("act", actId)
			.param("segment", segmentId)
			.param("type", type.text())
			.query((row, number) -> change(row))
			.optional();
	}

	/**
	 * Finds the users of an act's changes in a segment, in the order of their ids. A row
	 * holds up to 64 users of one block, so the page needs at most as many blocks as
	 * users, and the block of the cursor.
	 * @param cursor {@code null} for the lowest ids
	 */
	List<ActUser> findUsers(long actId, long segmentId, ActChangeType type, @Nullable Cursor cursor, int limit) {
		return this.jdbc
			.sql("""
					SELECT line.user_id AS id, u.login, u.email, max(block.date) AS date,
					       (array_agg(line.end_before ORDER BY block.date))[1] AS end_before,
					       (array_agg(line.end_after ORDER BY block.date DESC))[1] AS end_after
					FROM (%4$s AND o.act_id = :act AND o.segment_id = :segment AND o.user_block %1$s= :user / 64
					      ORDER BY %2$s FETCH FIRST :limit ROWS WITH TIES) AS block
					CROSS JOIN LATERAL unnest(block.user_ids, block.ends_before, block.ends_after)
					    AS line (user_id, end_before, end_after)
					LEFT JOIN users AS u ON u.id = line.user_id
					WHERE line.user_id %1$s :user
					GROUP BY line.user_id, u.login, u.email
					ORDER BY %3$s LIMIT :limit
					""".formatted((cursor != null && cursor.back()) ? "<" : ">", BLOCKS.order(cursor),
					USERS.order(cursor), (type == ActChangeType.ENDS) ? USERS_OF_ENDS : USERS_OF_MEMBERS))
			.param("act", actId)
			.param("segment", segmentId)
			.param("type", type.text())
			.param("user", (cursor != null) ? cursor.number(0) : -1)
			.param("limit", limit)
			.query(ActUser.class)
			.list();
	}

}
