package dev.segmentation.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

import dev.segmentation.shared.ActKind;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads a segment's members: first which they are, in order, then all about them at once.
 */
@Repository
class MemberRepository {

	private static final String ACTIVE = "(m.expires_at IS NULL OR m.expires_at > now())";

	/** Says nothing of those without end: only so is their index of use. */
	private static final String ENDING = "m.expires_at > now()";

	private final JdbcClient jdbc;

	MemberRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Users by id.
	 */
	List<Long> after(long segmentId, long userId, int limit) {
		return page(ACTIVE + " AND m.user_id > :user", "m.user_id", segmentId, limit).param("user", userId)
			.query(Long.class)
			.list();
	}

	/**
	 * Users by id, backwards.
	 */
	List<Long> before(long segmentId, long userId, int limit) {
		return page(ACTIVE + " AND m.user_id < :user", "m.user_id DESC", segmentId, limit).param("user", userId)
			.query(Long.class)
			.list();
	}

	/**
	 * Users who have an end, the next to leave first.
	 */
	List<Long> endingAfter(long segmentId, EndCursor cursor, int limit) {
		return page(ENDING + " AND (m.expires_at, m.user_id) > (:end, :user)", "m.expires_at, m.user_id", segmentId,
				limit)
			.param("end", TtlParameters.utc(cursor.end()))
			.param("user", cursor.userId())
			.query(Long.class)
			.list();
	}

	/**
	 * Users who have an end, the last to leave first.
	 */
	List<Long> endingBefore(long segmentId, EndCursor cursor, int limit) {
		return page(ENDING + " AND (m.expires_at, m.user_id) < (:end, :user)", "m.expires_at DESC, m.user_id DESC",
				segmentId, limit)
			.param("end", TtlParameters.utc(cursor.end()))
			.param("user", cursor.userId())
			.query(Long.class)
			.list();
	}

	private JdbcClient.StatementSpec page(String condition, String order, long segmentId, int limit) {
		return this.jdbc.sql("""
				SELECT m.user_id FROM memberships AS m
				WHERE m.segment_id = :segment AND %s
				ORDER BY %s LIMIT :limit
				""".formatted(condition, order)).param("segment", segmentId).param("limit", limit);
	}

	/**
	 * All about some members, in the order of their ids here; who has left is left out.
	 * The act by which somebody entered is the first at or after the instant that their
	 * membership began; it takes no longer than a day to be written.
	 */
	List<Member> findAll(long segmentId, List<Long> userIds) {
		return this.jdbc.sql("""
				SELECT u.id, u.login, u.email, u.external_id, m.added_at, m.expires_at,
				       a.id AS act_id, a.kind, b.login AS account
				FROM unnest(:users) WITH ORDINALITY AS page (user_id, position)
				JOIN memberships AS m ON m.user_id = page.user_id AND m.segment_id = :segment
				    AND (m.expires_at IS NULL OR m.expires_at > now())
				JOIN users AS u ON u.id = m.user_id
				LEFT JOIN LATERAL (
				    SELECT o.act_id FROM operations AS o
				    WHERE o.user_block = m.user_id / 64 AND o.segment_id = m.segment_id AND o.type = 'added'
				      AND o.date >= m.added_at AND o.date < m.added_at + interval '1 day'
				      AND m.user_id = ANY (o.user_ids)
				    ORDER BY o.date, o.id LIMIT 1) AS entered ON true
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
		OffsetDateTime until = row.getObject("expires_at", OffsetDateTime.class);
		return new Member(row.getLong("id"), row.getString("login"), row.getString("email"),
				row.getString("external_id"), row.getObject("added_at", OffsetDateTime.class).toInstant(),
				(until != null) ? until.toInstant() : null, entry(row));
	}

	private static Member.@Nullable Entry entry(ResultSet row) throws SQLException {
		Long act = row.getObject("act_id", Long.class);
		return (act != null) ? new Member.Entry(act, ActKind.of(row.getString("kind")), row.getString("account"))
				: null;
	}

}
