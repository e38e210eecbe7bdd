package dev.segmentation.history.act;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.segmentation.history.OperationType;
import dev.segmentation.history.Selection;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Keyset;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static dev.segmentation.shared.database.SqlTime.instant;

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
			    WHERE o.act_id = change.act_id AND o.segment_id = change.segment_id AND o.type = change.type
			      AND o.date = change.at
			    LIMIT 1) AS only_one ON change.users = 1
			LEFT JOIN users AS u ON u.id = only_one.user_id
			""";

	private final JdbcClient jdbc;

	ActRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
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
					       change.added_to, change.deleted_from, change.added, change.deleted
					FROM acts AS a
					LEFT JOIN accounts AS by ON by.id = a.account_id
					LEFT JOIN LATERAL (
					    SELECT c.act_id, c.segment_id, c.segment_name, c.type, sum(c.users) AS users,
					           sum(c.users) AS size, max(c.at) AS at,
					           count(*) FILTER (WHERE c.type = 'added') OVER () AS added_to,
					           count(*) FILTER (WHERE c.type = 'deleted') OVER () AS deleted_from,
					           coalesce(sum(sum(c.users)) FILTER (WHERE c.type = 'added') OVER (), 0) AS added,
					           coalesce(sum(sum(c.users)) FILTER (WHERE c.type = 'deleted') OVER (), 0) AS deleted
					    FROM act_changes AS c WHERE c.act_id = a.id
					    GROUP BY c.act_id, c.segment_id, c.segment_name, c.type
					    ORDER BY c.segment_id = ANY (CAST(:first AS bigint[])) DESC,
					             size DESC, c.segment_name, c.segment_id, c.type
					    LIMIT :changes) AS change ON true
					%s
					WHERE a.id = ANY (:ids)
					"""
				.formatted(DETAILS))
			.param("ids", ids.toArray(Long[]::new))
			.param("first", first.sqlArray())
			.param("changes", changes)
			.query(ActRepository::acts);
		return ids.stream().filter(acts::containsKey).map(acts::get).toList();
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
				row.getLong("deleted"));
	}

	private static ActChange change(ResultSet row) throws SQLException {
		return new ActChange(row.getLong("segment_id"), row.getString("segment_name"), row.getBoolean("segment_exists"),
				OperationType.of(row.getString("type")), row.getLong("users"), onlyUser(row));
	}

	private static ActChange.@Nullable OnlyUser onlyUser(ResultSet row) throws SQLException {
		Long user = row.getObject("user_id", Long.class);
		return (user != null) ? new ActChange.OnlyUser(user, row.getString("user_login")) : null;
	}

	Optional<ActChange> findChange(long actId, long segmentId, OperationType type) {
		return this.jdbc.sql("""
				SELECT change.segment_id, change.segment_name, change.type, change.users,
				       s.id IS NOT NULL AS segment_exists, only_one.user_id, u.login AS user_login
				FROM (SELECT c.act_id, c.segment_id, c.type, max(c.segment_name) AS segment_name,
				             sum(c.users) AS users, max(c.at) AS at
				      FROM act_changes AS c
				      WHERE c.act_id = :act AND c.segment_id = :segment AND c.type = CAST(:type AS operation_type)
				      GROUP BY c.act_id, c.segment_id, c.type) AS change
				%s
				""".formatted(DETAILS))
			.param("act", actId)
			.param("segment", segmentId)
			.param("type", type.text())
			.query((row, number) -> change(row))
			.optional();
	}

	/**
	 * Finds users that an act added to or removed from a segment, in the order of their
	 * ids. An operation holds up to 64 users of one block, so the page needs at most as
	 * many blocks as users, and the block of the cursor.
	 * @param cursor {@code null} for the lowest ids
	 */
	List<ActUser> findUsers(long actId, long segmentId, OperationType type, @Nullable Cursor cursor, int limit) {
		return this.jdbc.sql("""
				SELECT line.user_id AS id, u.login, u.email, max(block.date) AS date
				FROM (SELECT o.user_block, o.user_ids, o.date FROM operations AS o
				      WHERE o.act_id = :act AND o.segment_id = :segment AND o.type = CAST(:type AS operation_type)
				        AND o.user_block %1$s= :user / 64
				      ORDER BY %2$s FETCH FIRST :limit ROWS WITH TIES) AS block
				CROSS JOIN LATERAL unnest(block.user_ids) AS line (user_id)
				LEFT JOIN users AS u ON u.id = line.user_id
				WHERE line.user_id %1$s :user
				GROUP BY line.user_id, u.login, u.email
				ORDER BY %3$s LIMIT :limit
				""".formatted((cursor != null && cursor.back()) ? "<" : ">", BLOCKS.order(cursor), USERS.order(cursor)))
			.param("act", actId)
			.param("segment", segmentId)
			.param("type", type.text())
			.param("user", (cursor != null) ? cursor.number(0) : -1)
			.param("limit", limit)
			.query(ActUser.class)
			.list();
	}

}
