package dev.segmentation.user;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds users among millions: every query is a short range of an index. Ranges are
 * written out, because a prepared LIKE finds no index once its plan is kept.
 */
@Repository
class UserSearchRepository {

	private static final String USERS = "SELECT " + UserRepository.COLUMNS + " FROM users AS u WHERE ";

	/** Behind the last character that a text can hold. */
	private static final String STARTS_WITH = """
			lower(%1$s) ~>=~ lower(CAST(:text AS text)) AND lower(%1$s) ~<~ (lower(CAST(:text AS text)) || chr(1114111))
			""";

	private final JdbcClient jdbc;

	UserSearchRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * By id, newest first.
	 */
	List<UserDetails> findByAge(@Nullable UserCursor cursor, int limit) {
		boolean onward = cursor == null || cursor.onward();
		return this.jdbc
			.sql(USERS
					+ (onward ? "u.id < :id ORDER BY u.id DESC LIMIT :limit" : "u.id > :id ORDER BY u.id LIMIT :limit"))
			.param("id", (cursor != null) ? Long.parseLong(cursor.key()) : Long.MAX_VALUE)
			.param("limit", limit)
			.query((row, number) -> UserRepository.details(row))
			.list();
	}

	/**
	 * Who is called so exactly.
	 * @param id the text as a number, if it is one
	 */
	List<UserMatch> findExactly(String text, @Nullable Long id) {
		return this.jdbc.sql("""
				SELECT *, coalesce(id = CAST(:id AS bigint), false) AS by_id,
				       coalesce(external_id = :text, false) AS by_external_id,
				       lower(login) = lower(:text) AS by_login, lower(email) = lower(:text) AS by_email
				FROM (%s u.id = CAST(:id AS bigint) OR u.external_id = :text
				          OR lower(u.login) = lower(:text) OR lower(u.email) = lower(:text)) AS found
				ORDER BY by_id DESC, by_external_id DESC, by_login DESC, id
				""".formatted(USERS))
			.param("text", text)
			.param("id", id)
			.query((row, number) -> new UserMatch(UserRepository.details(row), UserRepository.fields(row)))
			.list();
	}

	/**
	 * Whose login or e-mail starts so, in the order of that field; by e-mail only those
	 * whose login does not start so, too.
	 * @param cursor where to start in this field; {@code null} at its beginning or end
	 * @param except who is shown elsewhere
	 */
	List<UserDetails> findByPrefix(UserField field, String text, boolean onward, @Nullable UserCursor cursor,
			List<Long> except, int limit) {
		String column = (field == UserField.LOGIN) ? "u.login" : "u.email";
		String sql = USERS + STARTS_WITH.formatted(column) + " AND u.id <> ALL (:except)"
				+ ((field == UserField.EMAIL) ? " AND NOT (" + STARTS_WITH.formatted("u.login") + ")" : "")
				+ ((cursor != null)
						? " AND lower(%s) ~%s~ lower(CAST(:key AS text))".formatted(column, onward ? ">" : "<") : "")
				+ " ORDER BY lower(%s) USING ~%s~ LIMIT :limit".formatted(column, onward ? "<" : ">");
		return this.jdbc.sql(sql)
			.param("text", text)
			.param("key", (cursor != null) ? cursor.key() : null)
			.param("except", except.toArray(Long[]::new))
			.param("limit", limit)
			.query((row, number) -> UserRepository.details(row))
			.list();
	}

}
