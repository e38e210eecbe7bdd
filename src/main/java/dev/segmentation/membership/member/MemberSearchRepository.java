package dev.segmentation.membership.member;

import java.util.List;
import java.util.Optional;

import dev.segmentation.user.UserMatchKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Finds members by a typed text. Each query reads a bounded number of rows, no matter how
 * many users match and how few of them are members.
 */
@Repository
class MemberSearchRepository {

	/**
	 * The largest number of users or members that one query reads, in about 30 ms.
	 */
	static final int BUDGET = 5000;

	/** The text as an id, when it is a number of up to 18 digits. */
	private static final String ID = "read_user_id(:text)";

	/** A range, because a prepared LIKE uses no index once its plan is kept. */
	private static final String STARTS_WITH = "%1$s ~>=~ lower(:text) AND %1$s ~<~ (lower(:text) || chr(1114111))";

	private final JdbcClient jdbc;

	MemberSearchRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whether a segment has few enough members for a search to read all of them. The
	 * members of a moment may have many changes.
	 */
	boolean isSmall(long segmentId, MemberFilter filter) {
		return filter.at() == null && this.jdbc.sql("""
				SELECT count(*) <= :budget
				FROM (SELECT FROM memberships WHERE segment_id = :segment LIMIT CAST(:budget AS integer) + 1) AS few
				""").param("segment", segmentId).param("budget", BUDGET).query(Boolean.class).single();
	}

	/**
	 * Finds members with exactly this id, login, e-mail address or external id.
	 */
	List<Long> findExact(long segmentId, MemberFilter filter) {
		return this.jdbc
			.sql("""
					SELECT u.id FROM users AS u
					CROSS JOIN LATERAL %2$s AS m
					WHERE u.id = %1$s OR u.external_id = :text OR lower(u.login) = lower(:text) OR lower(u.email) = lower(:text)
					ORDER BY u.id = %1$s DESC NULLS LAST, u.id
					"""
				.formatted(ID, MemberCondition.memberships(filter)))
			.params(MatchingParameters.of(filter))
			.param("segment", segmentId)
			.param("text", filter.search())
			.query(Long.class)
			.list();
	}

	/**
	 * Finds the next members of a range in a segment of any size. Reads the next matching
	 * users, at most {@link #BUDGET}.
	 */
	List<Found> find(long segmentId, MemberFilter filter, MemberRange range, int limit) {
		return statement("""
				SELECT u.id, u.key FROM (%s LIMIT :budget) AS u
				CROSS JOIN LATERAL %s AS m
				ORDER BY %s LIMIT :limit
				""".formatted(users(range), MemberCondition.memberships(filter), order(range)), range)
			.params(MatchingParameters.of(filter))
			.param("segment", segmentId)
			.param("limit", limit)
			.query(Found.class)
			.list();
	}

	/**
	 * Returns the value at which {@link #find} stopped.
	 * @return empty when it read all matching users
	 */
	Optional<String> findEndOfBudget(MemberRange range) {
		return statement("SELECT key FROM (%s OFFSET :budget - 1 LIMIT 1) AS u".formatted(users(range)), range)
			.query(String.class)
			.optional();
	}

	/**
	 * Does the same as {@link #find} for a small segment, and reads all its members.
	 */
	List<Found> findInSmall(long segmentId, MemberFilter filter, MemberRange range, int limit) {
		return statement("""
				SELECT u.id, %s AS key
				FROM (SELECT user_id, segment_id, added_at, expires_at FROM active_memberships
				      WHERE segment_id = :segment OFFSET 0) AS m
				CROSS JOIN LATERAL (
				    SELECT id, login, email, external_id FROM users WHERE id = m.user_id OFFSET 0) AS u
				WHERE %s AND %s ORDER BY %s LIMIT :limit
				""".formatted(key(range), condition(range), MemberCondition.of(filter), order(range)), range)
			.params(MatchingParameters.of(filter))
			.param("segment", segmentId)
			.param("limit", limit)
			.query(Found.class)
			.list();
	}

	private StatementSpec statement(String sql, MemberRange range) {
		StatementSpec statement = this.jdbc.sql(sql).param("text", range.text()).param("budget", BUDGET);
		return (range.kind() == UserMatchKind.PART) ? statement.param("after", Long.valueOf(range.after()))
				: statement.param("after", range.after());
	}

	private static String users(MemberRange range) {
		String users = (range.kind() == UserMatchKind.PART)
				? "find_users_by_part(:text, :after, false, :budget) AS u (id)"
				: "users AS u WHERE " + condition(range);
		return "SELECT u.id, %s AS key FROM %s ORDER BY %s".formatted(key(range), users, order(range));
	}

	private static String key(MemberRange range) {
		return switch (range.kind()) {
			case LOGIN -> "lower(u.login)";
			case EMAIL -> "lower(u.email)";
			case PART -> "CAST(u.id AS text)";
		};
	}

	private static String order(MemberRange range) {
		return (range.kind() == UserMatchKind.PART) ? "u.id" : "key USING ~<~";
	}

	private static String condition(MemberRange range) {
		String login = STARTS_WITH.formatted("lower(u.login)");
		String email = STARTS_WITH.formatted("lower(u.email)");
		return switch (range.kind()) {
			case LOGIN -> login + " AND lower(u.login) ~>~ :after";
			case EMAIL -> email + " AND lower(u.email) ~>~ :after AND NOT (" + login + ")";
			case PART -> """
					search_text(u.login, u.email, u.external_id) LIKE ALL (like_patterns(search_text(:text, '', '')))
					AND u.id > :after AND NOT (%s) AND NOT (%s)""".formatted(login, email);
		};
	}

	/**
	 * A member and the value that matched.
	 */
	record Found(long id, String key) {
	}

}
