package dev.segmentation.membership.member;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
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

	private final JdbcClient jdbc;

	MemberSearchRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whether a segment has few enough members for a search to read all of them.
	 */
	boolean isSmall(long segmentId) {
		return this.jdbc.sql("""
				SELECT count(*) <= :budget
				FROM (SELECT FROM memberships WHERE segment_id = :segment LIMIT CAST(:budget AS integer) + 1) AS few
				""").param("segment", segmentId).param("budget", BUDGET).query(Boolean.class).single();
	}

	/**
	 * Finds members with exactly this id, login, e-mail address or external id.
	 */
	List<Long> findExact(long segmentId, String text) {
		return this.jdbc
			.sql("""
					SELECT u.id FROM users AS u
					JOIN active_memberships AS m ON m.user_id = u.id AND m.segment_id = :segment
					WHERE u.id = %s OR u.external_id = :text OR lower(u.login) = lower(:text) OR lower(u.email) = lower(:text)
					ORDER BY u.id = %1$s DESC NULLS LAST, u.id
					"""
				.formatted(ID))
			.param("segment", segmentId)
			.param("text", text)
			.query(Long.class)
			.list();
	}

	/**
	 * Finds members of a segment of any size whose login or e-mail address starts with a
	 * text, in the order of that column. Reads the next matching users, at most
	 * {@link #BUDGET}.
	 */
	List<Found> findByPrefix(long segmentId, PrefixSearch search, int limit) {
		return this.jdbc.sql("""
				SELECT u.id, u.key
				FROM (SELECT id, lower(%s) AS key FROM users WHERE %s ORDER BY lower(%1$s) USING ~<~ LIMIT :budget) AS u
				CROSS JOIN LATERAL (
				    SELECT FROM active_memberships AS m
				    WHERE m.user_id = u.id AND m.segment_id = :segment LIMIT 1) AS m
				ORDER BY u.key USING ~<~ LIMIT :limit
				""".formatted(search.column(), condition(search)))
			.params(search.parameters())
			.param("segment", segmentId)
			.param("budget", BUDGET)
			.param("limit", limit)
			.query(Found.class)
			.list();
	}

	/**
	 * Returns the value at which {@link #findByPrefix} stopped.
	 * @return empty when it read all matching users
	 */
	Optional<String> findEndOfBudget(PrefixSearch search) {
		return this.jdbc.sql("""
				SELECT lower(%s) FROM users WHERE %s ORDER BY lower(%1$s) USING ~<~ OFFSET :budget - 1 LIMIT 1
				""".formatted(search.column(), condition(search)))
			.params(search.parameters())
			.param("budget", BUDGET)
			.query(String.class)
			.optional();
	}

	/**
	 * Does the same as {@link #findByPrefix} for a small segment, and reads all its
	 * members.
	 */
	List<Found> findByPrefixInSmall(long segmentId, PrefixSearch search, int limit) {
		return this.jdbc.sql("""
				SELECT u.id, lower(u.%s) AS key
				FROM (SELECT user_id FROM active_memberships WHERE segment_id = :segment OFFSET 0) AS m
				CROSS JOIN LATERAL (SELECT id, login, email FROM users WHERE id = m.user_id OFFSET 0) AS u
				WHERE %s
				ORDER BY lower(u.%1$s) USING ~<~ LIMIT :limit
				""".formatted(search.column(), condition(search)))
			.params(search.parameters())
			.param("segment", segmentId)
			.param("limit", limit)
			.query(Found.class)
			.list();
	}

	private static String condition(PrefixSearch search) {
		String condition = """
				lower(%s) ~>=~ lower(:prefix) AND lower(%1$s) ~<~ (lower(:prefix) || chr(1114111))
				AND lower(%1$s) ~>~ :after""".formatted(search.column());
		return search.column().equals("login") ? condition : condition + """
				\sAND NOT (lower(login) ~>=~ lower(:prefix) AND lower(login) ~<~ (lower(:prefix) || chr(1114111)))""";
	}

	/**
	 * A member and the value that matched.
	 */
	record Found(long id, String key) {
	}

}
