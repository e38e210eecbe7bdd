package dev.segmentation.membership.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

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

	private static final Keyset BY_ID = Keyset.ascending("user_id");

	private static final Keyset BY_END = Keyset.ascending("expires_at", "user_id");

	private final JdbcClient jdbc;

	MemberRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds the keys of the members beyond a cursor.
	 * @param ending only members with an end, the next to expire first; otherwise all by
	 * id
	 */
	List<MemberKey> findKeys(long segmentId, boolean ending, @Nullable Cursor cursor, int limit) {
		Keyset keyset = ending ? BY_END : BY_ID;
		// This condition lets the index on expires_at serve the query.
		String condition = (ending ? "expires_at IS NOT NULL AND " : "")
				+ (ending ? keyset.beyond(cursor, ":end", ":user") : keyset.beyond(cursor, ":user"));
		JdbcClient.StatementSpec statement = this.jdbc.sql("""
				SELECT user_id, expires_at FROM active_memberships
				WHERE segment_id = :segment AND %s ORDER BY %s LIMIT :limit
				""".formatted(condition, keyset.order(cursor))).param("segment", segmentId).param("limit", limit);
		if (cursor != null) {
			cursor.expect(MemberKey.list(ending));
			statement = statement.param("user", cursor.number(1));
			statement = ending ? statement.param("end", SqlTime.utc(cursor.instant(2))) : statement;
		}
		return statement.query(MemberKey.class).list();
	}

	/**
	 * Finds the details of members, in the order of the ids. Leaves out users that are no
	 * longer members. The newest addition in the history began the membership, as on the
	 * user's page and in the timeline. The database writes it within a day after
	 * {@code added_at}.
	 */
	List<Member> findAll(long segmentId, List<Long> userIds) {
		return this.jdbc.sql("""
				SELECT u.id, u.login, u.email, u.external_id, m.expires_at,
				       coalesce(entered.date, m.added_at) AS since, a.id AS act_id, a.kind, b.login AS account
				FROM unnest(:users) WITH ORDINALITY AS page (user_id, position)
				JOIN active_memberships AS m ON m.user_id = page.user_id AND m.segment_id = :segment
				JOIN users AS u ON u.id = m.user_id
				LEFT JOIN LATERAL (
				    SELECT o.act_id, o.date FROM operations AS o
				    WHERE o.user_block = m.user_id / 64 AND o.segment_id = m.segment_id AND o.type = 'added'
				      AND o.date >= m.added_at AND o.date < m.added_at + interval '1 day'
				      AND m.user_id = ANY (o.user_ids)
				    ORDER BY o.date DESC, o.id DESC LIMIT 1) AS entered ON true
				LEFT JOIN acts AS a ON a.id = entered.act_id
				LEFT JOIN accounts AS b ON b.id = a.account_id
				ORDER BY page.position
				""")
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

	private static Member.@Nullable Entry entry(ResultSet row) throws SQLException {
		Long act = row.getObject("act_id", Long.class);
		return (act != null) ? new Member.Entry(act, ActKind.of(row.getString("kind")), row.getString("account"))
				: null;
	}

}
