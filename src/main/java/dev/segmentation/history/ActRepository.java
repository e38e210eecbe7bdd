package dev.segmentation.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.segmentation.shared.ActKind;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what acts did.
 */
@Repository
class ActRepository {

	private final JdbcClient jdbc;

	ActRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Reads acts in the order of their ids' list.
	 * @param firstSegments whose changes come first; {@code null} for the largest
	 * @param changes how many changes of each to list at most
	 */
	List<ActSummary> find(List<Long> ids, @Nullable Collection<Long> firstSegments, int changes) {
		Map<Long, ActSummary> acts = this.jdbc.sql("""
				SELECT a.id, a.kind, a.at, a.account_id, by.login, a.note, change.segment_id, change.segment_name,
				       change.type, change.users, s.id IS NOT NULL AS segment_exists,
				       change.added_to, change.deleted_from, change.added, change.deleted
				FROM acts AS a
				LEFT JOIN accounts AS by ON by.id = a.account_id
				LEFT JOIN LATERAL (
				    SELECT c.segment_id, c.segment_name, c.type, sum(c.users) AS users,
				           sum(c.users) AS size,
				           count(*) FILTER (WHERE c.type = 'added') OVER () AS added_to,
				           count(*) FILTER (WHERE c.type = 'deleted') OVER () AS deleted_from,
				           coalesce(sum(sum(c.users)) FILTER (WHERE c.type = 'added') OVER (), 0) AS added,
				           coalesce(sum(sum(c.users)) FILTER (WHERE c.type = 'deleted') OVER (), 0) AS deleted
				    FROM act_changes AS c WHERE c.act_id = a.id
				    GROUP BY c.segment_id, c.segment_name, c.type
				    ORDER BY c.segment_id = ANY (:first) DESC, size DESC, c.segment_name, c.segment_id, c.type
				    LIMIT :changes) AS change ON true
				LEFT JOIN segments AS s ON s.id = change.segment_id
				WHERE a.id = ANY (:ids)
				""")
			.param("ids", ids.toArray(Long[]::new))
			.param("first", (firstSegments != null) ? firstSegments.toArray(Long[]::new) : new Long[0])
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
				OperationType.of(row.getString("type")), row.getLong("users"));
	}

	Optional<ActChange> findChange(long actId, long segmentId, OperationType type) {
		return this.jdbc.sql("""
				SELECT c.segment_id, max(c.segment_name) AS segment_name, c.type, sum(c.users) AS users,
				       EXISTS (SELECT FROM segments AS s WHERE s.id = c.segment_id) AS segment_exists
				FROM act_changes AS c
				WHERE c.act_id = :act AND c.segment_id = :segment AND c.type = CAST(:type AS operation_type)
				GROUP BY c.segment_id, c.type
				""")
			.param("act", actId)
			.param("segment", segmentId)
			.param("type", type.text())
			.query((row, number) -> change(row))
			.optional();
	}

	/**
	 * The users whom an act brought into a segment, or took from it, in the order of
	 * their ids. Blocks hold up to 64 of them, so that a page needs no more blocks than
	 * users, and half a block.
	 * @param after whom to begin or end at, not included
	 * @param onward upwards from there, or downwards
	 */
	List<ActUser> findUsers(long actId, long segmentId, OperationType type, long after, boolean onward, int limit) {
		String sql = """
				SELECT line.user_id, u.login, u.email, max(block.date) AS date
				FROM (SELECT o.user_block, o.user_ids, o.date FROM operations AS o
				      WHERE o.act_id = :act AND o.segment_id = :segment AND o.type = CAST(:type AS operation_type)
				        AND o.user_block >= :after / 64
				      ORDER BY o.user_block ASC FETCH FIRST :limit ROWS WITH TIES) AS block
				CROSS JOIN LATERAL unnest(block.user_ids) AS line (user_id)
				LEFT JOIN users AS u ON u.id = line.user_id
				WHERE line.user_id > :after
				GROUP BY line.user_id, u.login, u.email
				ORDER BY line.user_id ASC LIMIT :limit
				""";
		return this.jdbc.sql(onward ? sql : sql.replace(">", "<").replace("ASC", "DESC"))
			.param("act", actId)
			.param("segment", segmentId)
			.param("type", type.text())
			.param("after", after)
			.param("limit", limit)
			.query((row, number) -> new ActUser(row.getLong("user_id"), row.getString("login"), row.getString("email"),
					instant(row, "date")))
			.list();
	}

	/**
	 * The segments that are or were called so.
	 */
	List<Long> findSegmentsNamed(String name) {
		return this.jdbc.sql("SELECT DISTINCT segment_id FROM segment_names WHERE lower(name) = lower(:name)")
			.param("name", name)
			.query(Long.class)
			.list();
	}

	/**
	 * What segments are or were called, in the alphabet's order.
	 * @param start how the names begin
	 */
	List<String> findSegmentNames(String start, int limit) {
		return this.jdbc.sql("""
				SELECT DISTINCT lower(name), name FROM segment_names
				WHERE lower(name) ~>=~ lower(:start) AND lower(name) ~<~ (lower(:start) || chr(1114111))
				ORDER BY 1, 2 LIMIT :limit
				""").param("start", start).param("limit", limit).query((row, number) -> row.getString("name")).list();
	}

	Optional<Long> findUser(String reference) {
		if (reference.matches("[0-9]{1,18}")) {
			return Optional.of(Long.valueOf(reference));
		}
		return this.jdbc.sql("""
				SELECT id FROM users
				WHERE external_id = :text OR lower(login) = lower(:text) OR lower(email) = lower(:text)
				ORDER BY coalesce(external_id = :text, false) DESC, lower(login) = lower(:text) DESC LIMIT 1
				""").param("text", reference).query(Long.class).optional();
	}

	Optional<Long> findAccount(String login) {
		return this.jdbc.sql("SELECT id FROM accounts WHERE lower(login) = lower(:login)")
			.param("login", login)
			.query(Long.class)
			.optional();
	}

	/**
	 * When the first act was done.
	 */
	Optional<Instant> findBeginning() {
		return this.jdbc.sql("SELECT at FROM acts ORDER BY at, id LIMIT 1")
			.query((row, number) -> instant(row, "at"))
			.optional();
	}

	/**
	 * The logins of those who may act, in the alphabet's order.
	 */
	List<String> findStaff(int limit) {
		return this.jdbc.sql("SELECT login FROM accounts WHERE role <> 'MEMBER' ORDER BY lower(login) LIMIT :limit")
			.param("limit", limit)
			.query(String.class)
			.list();
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
