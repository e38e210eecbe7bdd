package dev.segmentation.user;

import java.sql.ResultSet;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Keyset;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds users among millions: each query reads a short range of an index. Prefixes are
 * written as ranges, because a prepared LIKE uses no index once its plan is kept.
 */
@Repository
class UserSearchRepository {

	private static final String USERS = "SELECT " + UserRepository.COLUMNS + " FROM users AS u WHERE ";

	/** The upper bound is the text followed by the last character of Unicode. */
	private static final String STARTS_WITH = """
			lower(%1$s) ~>=~ lower(CAST(:text AS text)) AND lower(%1$s) ~<~ (lower(CAST(:text AS text)) || chr(1114111))
			""";

	private static final String NEWEST = "id";

	private static final Keyset BY_ID = Keyset.descending("u.id");

	private static final RowMapper<UserDetails> DETAILS = new SimplePropertyRowMapper<>(UserDetails.class);

	private final JdbcClient jdbc;

	UserSearchRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds users, newest first.
	 */
	List<UserDetails> findNewest(@Nullable Cursor cursor, int limit) {
		if (cursor != null) {
			cursor.expect(NEWEST);
		}
		return this.jdbc.sql(USERS + BY_ID.beyond(cursor, ":id") + " ORDER BY " + BY_ID.order(cursor) + " LIMIT :limit")
			.param("id", (cursor != null) ? cursor.number(1) : null)
			.param("limit", limit)
			.query(DETAILS)
			.list();
	}

	/**
	 * Returns the position after a user of {@link #findNewest}.
	 */
	static Cursor newest(UserDetails user) {
		return Cursor.after(NEWEST, user.id());
	}

	/**
	 * Finds users with exactly this id, external id, login or e-mail address.
	 */
	List<UserMatch> findExact(String text) {
		return findExact(List.of(text)).getOrDefault(text, List.of());
	}

	/**
	 * Users with exactly these ids, external ids, logins or e-mail addresses.
	 * @return the users by text, in the order of the texts; texts without users are left
	 * out
	 */
	Map<String, List<UserMatch>> findExact(Collection<String> texts) {
		Map<String, List<UserMatch>> found = new LinkedHashMap<>();
		this.jdbc.sql("""
				SELECT t.text, m.*, coalesce(m.id = read_user_id(t.text), false) AS by_id,
				       coalesce(m.external_id = t.text, false) AS by_external_id,
				       lower(m.login) = lower(t.text) AS by_login, lower(m.email) = lower(t.text) AS by_email
				FROM unnest(:texts) WITH ORDINALITY AS t (text, position)
				CROSS JOIN LATERAL (%s u.id = read_user_id(t.text) OR u.external_id = t.text
				    OR lower(u.login) = lower(t.text) OR lower(u.email) = lower(t.text)) AS m
				ORDER BY t.position, by_id DESC, by_external_id DESC, by_login DESC, m.id
				""".formatted(USERS)).param("texts", texts.toArray(String[]::new)).query((ResultSet row) -> {
			UserMatch match = new UserMatch(DETAILS.mapRow(row, 0), UserRepository.fields(row), false);
			found.computeIfAbsent(row.getString("text"), (text) -> new ArrayList<>()).add(match);
		});
		return found;
	}

	/**
	 * Finds the next users of a range.
	 * @param except the users that the page already shows
	 */
	List<UserDetails> find(UserRange range, List<Long> except, int limit) {
		return switch (range.kind()) {
			case LOGIN -> findByPrefix("u.login", "", range, except, limit);
			case EMAIL ->
				findByPrefix("u.email", " AND NOT (" + STARTS_WITH.formatted("u.login") + ")", range, except, limit);
			case PART -> findByPart(range, except, limit);
		};
	}

	private List<UserDetails> findByPrefix(String column, String condition, UserRange range, List<Long> except,
			int limit) {
		String sql = USERS + STARTS_WITH.formatted(column) + " AND u.id <> ALL (:except)" + condition
				+ ((range.from() != null)
						? " AND lower(%s) ~%s~ lower(CAST(:from AS text))".formatted(column, range.back() ? "<" : ">")
						: "")
				+ " ORDER BY lower(%s) USING ~%s~ LIMIT :limit".formatted(column, range.back() ? ">" : "<");
		return this.jdbc.sql(sql)
			.param("text", range.text())
			.param("from", range.from())
			.param("except", except.toArray(Long[]::new))
			.param("limit", limit)
			.query(DETAILS)
			.list();
	}

	private List<UserDetails> findByPart(UserRange range, List<Long> except, int limit) {
		return this.jdbc.sql("""
				SELECT %s FROM find_users_by_part(:text, :from, :back, :limit + cardinality(:except))
				    WITH ORDINALITY AS found (id, position)
				JOIN users AS u ON u.id = found.id
				WHERE u.id <> ALL (:except) ORDER BY found.position LIMIT :limit
				""".formatted(UserRepository.COLUMNS))
			.param("text", range.text())
			.param("from", (range.from() != null) ? Long.valueOf(range.from()) : null, Types.BIGINT)
			.param("back", range.back())
			.param("except", except.toArray(Long[]::new))
			.param("limit", limit)
			.query(DETAILS)
			.list();
	}

	/**
	 * Finds users with fields that are similar to a text, the most similar first.
	 */
	List<UserDetails> findAlike(String text, int limit) {
		return this.jdbc.sql("""
				SELECT %s FROM find_users_alike(:text, :limit) WITH ORDINALITY AS found (id, position)
				JOIN users AS u ON u.id = found.id ORDER BY found.position
				""".formatted(UserRepository.COLUMNS)).param("text", text).param("limit", limit).query(DETAILS).list();
	}

	/**
	 * Whether users can be found by parts of their fields.
	 */
	boolean hasPartIndex() {
		return this.jdbc.sql("SELECT to_regclass('users_search_idx') IS NOT NULL").query(Boolean.class).single();
	}

	/**
	 * Returns those of the users that are members of a segment now.
	 */
	Set<Long> findMembers(long segmentId, List<Long> userIds) {
		return this.jdbc.sql("""
				SELECT user_id FROM active_memberships WHERE segment_id = :segment AND user_id = ANY (:users)
				""").param("segment", segmentId).param("users", userIds.toArray(Long[]::new)).query(Long.class).set();
	}

}
