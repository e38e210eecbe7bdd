package dev.segmentation.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.refusal.RestrictedSegmentException;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads and changes single users. The version is a hash of the data that can be edited.
 * It changes with every edit, so no column has to store it.
 */
@Repository
class UserRepository {

	static final String COLUMNS = """
			u.id, u.external_id, u.login, u.email, u.registered_at,
			hash_record_extended(ROW(u.external_id, u.login, u.email), 0) AS version
			""";

	private final JdbcClient jdbc;

	UserRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<UserDetails> find(long id) {
		return this.jdbc.sql("SELECT " + COLUMNS + " FROM users AS u WHERE u.id = :id")
			.param("id", id)
			.query(UserDetails.class)
			.optional();
	}

	/**
	 * Finds the users that texts name, in the order of the texts.
	 */
	List<UserReference> findReferences(Collection<String> texts) {
		return this.jdbc.sql("""
				SELECT text, user_id, upper(matched_by) AS matched_by, ambiguous
				FROM match_users(:texts, NULL) ORDER BY position
				""").param("texts", texts.toArray(String[]::new)).query(UserReference.class).list();
	}

	/** A refused row does not end the transaction of the caller. */
	@Transactional(propagation = Propagation.NESTED)
	public long insert(UserData user) {
		return withData("""
				INSERT INTO users (external_id, login, email) VALUES (:externalId, :login, :email) RETURNING id
				""", user).query(Long.class).single();
	}

	@Transactional(propagation = Propagation.NESTED)
	public boolean update(long id, UserData user, long version) {
		return withData("""
				UPDATE users AS u SET external_id = :externalId, login = :login, email = :email
				WHERE u.id = :id AND hash_record_extended(ROW(u.external_id, u.login, u.email), 0) = :version
				""", user).param("id", id).param("version", version).update() > 0;
	}

	/**
	 * Adds the user with an external id, or gives it the data.
	 * @return whether it is new; empty if it has this data already
	 */
	@Transactional(propagation = Propagation.NESTED)
	public Optional<Boolean> put(UserData user) {
		return withData("""
				INSERT INTO users AS u (external_id, login, email) VALUES (:externalId, :login, :email)
				ON CONFLICT (external_id) DO UPDATE SET login = EXCLUDED.login, email = EXCLUDED.email
				WHERE (u.login, u.email) IS DISTINCT FROM (EXCLUDED.login, EXCLUDED.email)
				RETURNING xmax = 0
				""", user).query(Boolean.class).optional();
	}

	/**
	 * Finds the ids of users, each by its index.
	 * @return an id for each reference, in the same order; {@code null} for unknown ones
	 */
	List<@Nullable Long> findIds(Collection<UserRef> refs) {
		return this.jdbc.sql("""
				SELECT CASE r.field WHEN 'ID' THEN (SELECT id FROM users WHERE id = CAST(r.value AS bigint))
				            WHEN 'LOGIN' THEN (SELECT id FROM users WHERE lower(login) = lower(r.value))
				            WHEN 'EMAIL' THEN (SELECT id FROM users WHERE lower(email) = lower(r.value))
				            ELSE (SELECT id FROM users WHERE external_id = r.value) END
				FROM unnest(:fields, :values) WITH ORDINALITY AS r (field, value, position) ORDER BY r.position
				""")
			.param("fields", refs.stream().map((ref) -> ref.field().name()).toArray(String[]::new))
			.param("values", refs.stream().map(UserRef::value).toArray(String[]::new))
			.query((row, number) -> row.getObject(1, Long.class))
			.list();
	}

	/**
	 * Finds users with a higher id, in the order of the ids.
	 */
	List<UserDetails> findAfter(long id, int limit) {
		return this.jdbc.sql("SELECT " + COLUMNS + " FROM users AS u WHERE u.id > :id ORDER BY u.id LIMIT :limit")
			.param("id", id)
			.param("limit", limit)
			.query(UserDetails.class)
			.list();
	}

	/**
	 * Returns the fields whose value another user has.
	 */
	Set<UserField> findTaken(UserData user, @Nullable Long exceptId) {
		return withData(
				"""
						SELECT bool_or(lower(login) = lower(:login)) AS by_login, bool_or(lower(email) = lower(:email)) AS by_email,
						       bool_or(external_id = CAST(:externalId AS text)) AS by_external_id, false AS by_id
						FROM users
						WHERE (lower(login) = lower(:login) OR lower(email) = lower(:email)
						       OR external_id = CAST(:externalId AS text)) AND id IS DISTINCT FROM CAST(:except AS bigint)
						""",
				user)
			.param("except", exceptId)
			.query((row, number) -> fields(row))
			.single();
	}

	private JdbcClient.StatementSpec withData(String sql, UserData user) {
		return this.jdbc.sql(sql)
			.param("externalId", user.externalId())
			.param("login", user.login())
			.param("email", user.email());
	}

	boolean delete(long id, String note, ActKind through, long accountId) {
		return RestrictedSegmentException.check(() -> this.jdbc.sql("""
				DELETE FROM users USING begin_act(CAST(:kind AS act_kind), :account, nullif(:note, '')) WHERE id = :id
				""")
			.param("kind", through.text())
			.param("account", accountId)
			.param("note", note)
			.param("id", id)
			.update() > 0);
	}

	/**
	 * Counts the users that were added after a user.
	 * @param limit the largest number to count
	 */
	long countNewer(long id, int limit) {
		return this.jdbc.sql("SELECT count(*) FROM (SELECT FROM users WHERE id > :id LIMIT :limit) AS newer")
			.param("id", id)
			.param("limit", limit)
			.query(Long.class)
			.single();
	}

	long count() {
		return this.jdbc.sql("SELECT current_user_count()").query(Long.class).single();
	}

	boolean hasOwnAccount(long id) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM accounts WHERE user_id = :id)")
			.param("id", id)
			.query(Boolean.class)
			.single();
	}

	long countSegments(long id) {
		return this.jdbc.sql("""
				SELECT count(*) FROM active_memberships WHERE user_id = :id
				""").param("id", id).query(Long.class).single();
	}

	/**
	 * Returns the fields that a row marks in its columns {@code by_id}, {@code by_login}
	 * and so on.
	 */
	static Set<UserField> fields(ResultSet row) throws SQLException {
		Set<UserField> fields = EnumSet.noneOf(UserField.class);
		for (UserField field : List.of(UserField.values())) {
			if (row.getBoolean("by_" + field.name())) {
				fields.add(field);
			}
		}
		return fields;
	}

}
