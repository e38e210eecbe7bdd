package dev.segmentation.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.segmentation.shared.CurrentAccount;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {

	/**
	 * Whether a password alone is not enough for an account. Programs sign in with
	 * nothing else, so their sessions end.
	 */
	private static final String SECOND_FACTOR_NEEDED = """
			a.role <> 'MEMBER' AND (EXISTS (SELECT FROM second_factor_roles AS r WHERE r.role = a.role)
			    OR EXISTS (SELECT FROM passkeys AS k WHERE k.account_id = a.id)
			    OR EXISTS (SELECT FROM authenticator_apps AS p
			        WHERE p.account_id = a.id AND p.confirmed_at IS NOT NULL))""";

	private final JdbcClient jdbc;

	AccountRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a user and an account.
	 * @return the user's id
	 */
	long insertMember(String login, String email, String passwordHash) {
		return this.jdbc.sql("""
				WITH member AS (INSERT INTO users (login, email) VALUES (:login, :email) RETURNING id)
				INSERT INTO accounts (login, email, password_hash, role, user_id)
				SELECT :login, :email, :hash, 'MEMBER', id FROM member
				RETURNING user_id
				""").param("login", login).param("email", email).param("hash", passwordHash).query(Long.class).single();
	}

	/**
	 * Adds an administrator if there are no accounts. When several instances start at the
	 * same time, one of them succeeds.
	 * @param mustChangePassword whether somebody else may have read the password
	 * @return whether this instance added it
	 */
	boolean insertFirstAdministrator(String login, String passwordHash, boolean mustChangePassword) {
		return this.jdbc.sql("""
				INSERT INTO accounts (login, password_hash, role, must_change_password)
				SELECT :login, :hash, 'ADMIN', :change WHERE NOT EXISTS (SELECT FROM accounts)
				ON CONFLICT DO NOTHING
				""").param("login", login).param("hash", passwordHash).param("change", mustChangePassword).update() > 0;
	}

	boolean isEmpty() {
		return this.jdbc.sql("SELECT NOT EXISTS (SELECT FROM accounts)").query(Boolean.class).single();
	}

	Optional<Credentials> findByLogin(String login) {
		return this.jdbc
			.sql("""
					SELECT id, login, role, user_id, password_hash, enabled, generation FROM accounts WHERE lower(login) = lower(:login)
					""")
			.param("login", login)
			.query(Credentials.class)
			.optional();
	}

	/**
	 * Finds an enabled account of a person. An API token has limits that only its secret
	 * tells.
	 */
	Optional<CurrentAccount> findEnabledById(long id) {
		return findEnabledById(id, null);
	}

	/**
	 * Finds an enabled account.
	 * @param session the session that must not have ended; {@code null} for none
	 */
	Optional<CurrentAccount> findEnabledById(long id, @Nullable UUID session) {
		return findEnabled("id", id, session);
	}

	/**
	 * Finds the enabled account of a user.
	 * @param session the session that must not have ended; {@code null} for none
	 */
	Optional<CurrentAccount> findEnabledByUserId(long userId, @Nullable UUID session) {
		return findEnabled("user_id", userId, session);
	}

	private Optional<CurrentAccount> findEnabled(String column, long value, @Nullable UUID session) {
		return this.jdbc.sql("""
				SELECT id, login, role, user_id, generation FROM accounts AS a
				WHERE a.%s = :value AND enabled AND owner_id IS NULL AND (CAST(:session AS uuid) IS NULL OR EXISTS (
				    SELECT FROM refresh_tokens AS t
				    WHERE t.family = :session AND t.account_id = a.id AND (t.browser OR NOT (%s))))
				""".formatted(column, SECOND_FACTOR_NEEDED))
			.param("value", value)
			.param("session", session)
			.query(CurrentAccount.class)
			.optional();
	}

	/**
	 * Finds those older kinds of password hashes that accounts still have.
	 * @param prefixes the kinds, with 8 characters each
	 */
	List<String> findHashKinds(List<String> prefixes) {
		return this.jdbc.sql("""
				SELECT kind FROM unnest(:prefixes) AS kind WHERE EXISTS (
				    SELECT FROM accounts WHERE left(password_hash, 8) = kind AND password_hash NOT LIKE '{argon2}%')
				""").param("prefixes", prefixes.toArray(String[]::new)).query(String.class).list();
	}

	/**
	 * Replaces the hash of a password, unless the password has been changed meanwhile.
	 */
	void replaceHash(long id, String oldHash, String newHash) {
		this.jdbc.sql("UPDATE accounts SET password_hash = :new WHERE id = :id AND password_hash = :old")
			.param("id", id)
			.param("old", oldHash)
			.param("new", newHash)
			.update();
	}

	/**
	 * Changes a password, unless it has been changed meanwhile.
	 */
	boolean changePassword(long id, String oldHash, String newHash) {
		return this.jdbc.sql("""
				UPDATE accounts SET password_hash = :new, must_change_password = false
				WHERE id = :id AND password_hash = :old
				""").param("id", id).param("old", oldHash).param("new", newHash).update() > 0;
	}

	/**
	 * Whether the sessions of an account were not ended since it was read. Until the end
	 * of the transaction, nobody ends them.
	 */
	boolean holdGeneration(CurrentAccount account) {
		return this.jdbc.sql("SELECT id FROM accounts WHERE id = :id AND generation = :generation FOR NO KEY UPDATE")
			.param("id", account.id())
			.param("generation", account.generation())
			.query(Long.class)
			.optional()
			.isPresent();
	}

	void recordSignIn(long id) {
		this.jdbc.sql("UPDATE accounts SET last_sign_in_at = now() WHERE id = :id").param("id", id).update();
	}

}
