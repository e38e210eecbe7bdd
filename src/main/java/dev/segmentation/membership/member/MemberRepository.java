package dev.segmentation.membership.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Keyset;
import dev.segmentation.shared.database.SqlTime;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the members of a segment: first their keys in order, then all details at once.
 */
@Repository
class MemberRepository {

	/**
	 * The largest number of members that a list with a filter reads for one page. Finding
	 * the act that began a membership takes 5 µs, other conditions take 0.3 µs.
	 */
	private static final int BUDGET = 150_000;

	private static final int ENTRY_BUDGET = 8_000;

	/** An operation has up to 64 users. */
	private static final int BLOCK_BUDGET = 100;

	private static final Keyset BY_ID = Keyset.ascending("m.user_id");

	private static final Keyset BY_END = Keyset.ascending("m.expires_at", "m.user_id");

	private static final Keyset BY_START = Keyset.descending("m.added_at", "m.user_id");

	private final JdbcClient jdbc;

	MemberRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds the keys of the members beyond a cursor. The order and the filter need an
	 * index.
	 */
	List<MemberKey> findKeys(long segmentId, MemberFilter filter, @Nullable Cursor cursor, int limit) {
		return keys(ordered(filter, cursor, ":limit"), segmentId, filter, cursor, limit);
	}

	/**
	 * Finds the keys of the members after a cursor that match a sparse filter. Reads a
	 * bounded number of members, so it may find too few.
	 */
	List<MemberKey> findSparseKeys(long segmentId, MemberFilter filter, @Nullable Cursor cursor, int limit) {
		return keys("""
				SELECT m.user_id, m.expires_at, m.added_at FROM (%s) AS m WHERE %s ORDER BY %s LIMIT :limit
				""".formatted(candidates(filter, cursor), MemberCondition.besidesAct(filter),
				keyset(filter).order(cursor)), segmentId, filter, cursor, limit);
	}

	/**
	 * Returns the position at which {@link #findSparseKeys} stopped.
	 * @return empty when it read all members
	 */
	Optional<MemberKey> findEndOfBudget(long segmentId, MemberFilter filter, @Nullable Cursor cursor) {
		String sql = (filter.act() != null) ? """
				SELECT max(user_block) * 64 + 63 AS user_id, NULL AS expires_at, now() AS added_at
				FROM (%s) AS block HAVING count(*) = %d
				""".formatted(blocks(cursor), BLOCK_BUDGET) : "SELECT * FROM (%s) AS m ORDER BY %s OFFSET %d LIMIT 1"
			.formatted(candidates(filter, cursor), keyset(filter).order(cursor), budget(filter) - 1);
		return keys(sql, segmentId, filter, cursor, 1).stream().findFirst();
	}

	/** The members that a page with a sparse filter reads. */
	private static String candidates(MemberFilter filter, @Nullable Cursor cursor) {
		if (filter.act() == null) {
			return ordered(filter.withoutConditions(), cursor, String.valueOf(budget(filter)));
		}
		return """
				SELECT DISTINCT m.user_id, m.segment_id, m.expires_at, m.added_at
				FROM (%s) AS block CROSS JOIN LATERAL unnest(block.user_ids) AS line (user_id)
				JOIN active_memberships AS m ON m.user_id = line.user_id AND m.segment_id = :segment
				WHERE %s""".formatted(blocks(cursor), BY_ID.beyond(cursor, ":user"));
	}

	private static String blocks(@Nullable Cursor cursor) {
		return """
				SELECT o.user_block, o.user_ids
				FROM (SELECT act_id, segment_id, user_block, user_ids FROM operations
				      UNION ALL SELECT act_id, segment_id, user_block, user_ids FROM end_changes) AS o
				WHERE o.act_id = :actId AND o.segment_id = :segment AND o.user_block >= %s
				ORDER BY o.user_block LIMIT %d""".formatted((cursor != null) ? ":user / 64" : "0", BLOCK_BUDGET);
	}

	private static int budget(MemberFilter filter) {
		return filter.hasEntry() ? ENTRY_BUDGET : BUDGET;
	}

	private static String ordered(MemberFilter filter, @Nullable Cursor cursor, String limit) {
		Keyset keyset = keyset(filter);
		String beyond = (keyset == BY_ID) ? keyset.beyond(cursor, ":user") : keyset.beyond(cursor, ":at", ":user");
		return """
				SELECT m.user_id, m.segment_id, m.expires_at, m.added_at FROM active_memberships AS m
				WHERE m.segment_id = :segment AND %s AND %s ORDER BY %s LIMIT %s
				""".formatted(MemberCondition.ends(filter), beyond, keyset.order(cursor), limit);
	}

	private static Keyset keyset(MemberFilter filter) {
		return switch (filter.order()) {
			case END -> BY_END;
			case NEWEST -> BY_START;
			case ID, LOGIN -> BY_ID;
		};
	}

	private List<MemberKey> keys(String sql, long segmentId, MemberFilter filter, @Nullable Cursor cursor, int limit) {
		JdbcClient.StatementSpec statement = this.jdbc.sql(sql)
			.params(MatchingParameters.of(filter))
			.param("segment", segmentId)
			.param("limit", limit);
		if (cursor != null) {
			cursor.expect(MemberKey.list(filter.order()));
			statement = statement.param("user", cursor.number(1));
			statement = (keyset(filter) != BY_ID) ? statement.param("at", SqlTime.utc(cursor.instant(2))) : statement;
		}
		return statement.query(MemberKey.class).list();
	}

	/**
	 * Counts the members before one of them, by id.
	 * @param limit the largest number to count
	 */
	long countBefore(long segmentId, long userId, int limit) {
		return this.jdbc
			.sql("""
					SELECT count(*) FROM (
					    SELECT FROM active_memberships WHERE segment_id = :segment AND user_id < :user LIMIT :limit) AS before
					""")
			.param("segment", segmentId)
			.param("user", userId)
			.param("limit", limit)
			.query(Long.class)
			.single();
	}

	/**
	 * Finds the details of members, in the order of the ids. Leaves out users that are no
	 * longer members. The start is the same as on the user's page and in the timeline.
	 * Each act is looked up alone (LIMIT 1): for a user of a segment that the statistics
	 * do not expect, the planner would read all acts once for each member.
	 */
	List<Member> findAll(long segmentId, List<Long> userIds) {
		return this.jdbc.sql("""
				SELECT u.id, u.login, u.email, u.external_id, m.expires_at,
				       coalesce(entered.date, m.added_at) AS since, a.id AS act_id, a.kind, b.login AS account
				FROM unnest(:users) WITH ORDINALITY AS page (user_id, position)
				JOIN active_memberships AS m ON m.user_id = page.user_id AND m.segment_id = :segment
				JOIN users AS u ON u.id = m.user_id
				LEFT JOIN LATERAL (%s) AS entered ON true
				LEFT JOIN LATERAL (SELECT id, kind, account_id FROM acts WHERE id = entered.act_id LIMIT 1) AS a ON true
				LEFT JOIN accounts AS b ON b.id = a.account_id
				ORDER BY page.position
				""".formatted(MemberCondition.ENTERED))
			.param("segment", segmentId)
			.param("users", userIds.toArray(Long[]::new))
			.query(MemberRepository::member)
			.list();
	}

	private static Member member(ResultSet row, int number) throws SQLException {
		return new Member(row.getLong("id"), row.getString("login"), row.getString("email"),
				row.getString("external_id"), SqlTime.instant(row, "since"), SqlTime.instantOrNull(row, "expires_at"),
				entry(row));
	}

	static Member.@Nullable Entry entry(ResultSet row) throws SQLException {
		Long act = row.getObject("act_id", Long.class);
		return (act != null) ? new Member.Entry(act, ActKind.of(row.getString("kind")), row.getString("account"))
				: null;
	}

}
