package dev.segmentation.membership.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.segmentation.shared.database.SqlTime;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads who was a member of a segment at a moment. Only operations of the asked users are
 * read, so a page costs the same wherever it is.
 */
@Repository
class PastMemberRepository {

	private final JdbcClient jdbc;

	PastMemberRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns the first moment whose members are known. The history before it may be
	 * detached, or the segment did not exist.
	 * @return empty when the segment does not exist
	 */
	Optional<Instant> findBeginning(long segmentId) {
		return this.jdbc
			.sql("""
					SELECT CASE WHEN first.change < history.beginning THEN history.beginning
					            ELSE least(s.created_at, first.change) END AS beginning
					FROM segments AS s
					CROSS JOIN (SELECT min(date) AS beginning FROM operations) AS history
					CROSS JOIN LATERAL (SELECT min(c.act_at) AS change FROM act_changes AS c WHERE c.segment_id = s.id) AS first
					WHERE s.id = :segment
					""")
			.param("segment", segmentId)
			.query((row, number) -> SqlTime.instant(row, "beginning"))
			.optional();
	}

	PastSegment find(long segmentId, Instant at) {
		return this.jdbc
			.sql("""
					SELECT CAST(:segment AS bigint) AS id, CAST(:at AS timestamptz) AS at, size, first_user, last_user, reads
					FROM segment_at(:segment, :at)
					""")
			.param("segment", segmentId)
			.param("at", SqlTime.utc(at))
			.query(PastSegment.class)
			.single();
	}

	/**
	 * Finds members in a range of ids, in the direction of the range.
	 */
	List<Long> findUsers(UserWindow range, int limit) {
		return this.jdbc.sql(
				"SELECT user_id FROM members_at(:segment, :at, :first, :last) AS m (user_id) ORDER BY user_id %s LIMIT :limit"
					.formatted(range.back() ? "DESC" : "ASC"))
			.param("segment", range.segment().id())
			.param("at", SqlTime.utc(range.segment().at()))
			.param("first", range.first())
			.param("last", range.last())
			.param("limit", limit)
			.query(Long.class)
			.list();
	}

	/**
	 * Finds the details of members, in the order of the ids.
	 */
	List<PastMember> findAll(PastSegment segment, List<Long> userIds) {
		return this.jdbc
			.sql("""
					SELECT page.user_id, u.login, u.email, u.external_id, m.since, m.until, coalesce(m.known, false) AS known,
					       a.id AS act_id, a.kind, b.login AS account
					FROM unnest(:users) WITH ORDINALITY AS page (user_id, position)
					LEFT JOIN LATERAL membership_at(:segment, page.user_id, :at) AS m ON true
					LEFT JOIN users AS u ON u.id = page.user_id
					LEFT JOIN LATERAL (SELECT id, kind, account_id FROM acts WHERE id = m.act_id LIMIT 1) AS a ON true
					LEFT JOIN accounts AS b ON b.id = a.account_id
					ORDER BY page.position
					""")
			.param("segment", segment.id())
			.param("at", SqlTime.utc(segment.at()))
			.param("users", userIds.toArray(Long[]::new))
			.query(PastMemberRepository::member)
			.list();
	}

	private static PastMember member(ResultSet row, int number) throws SQLException {
		return new PastMember(row.getLong("user_id"), person(row), SqlTime.instantOrNull(row, "since"),
				SqlTime.instantOrNull(row, "until"), row.getBoolean("known"), MemberRepository.entry(row));
	}

	private static PastMember.@Nullable Person person(ResultSet row) throws SQLException {
		String login = row.getString("login");
		return (login != null) ? new PastMember.Person(login, row.getString("email"), row.getString("external_id"))
				: null;
	}

}
