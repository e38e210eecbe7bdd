package dev.segmentation.account.link;

import java.util.List;
import java.util.Optional;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The accounts that one-time links make or change.
 */
@Repository
class LinkedAccountRepository {

	private static final String PEOPLE = """
			SELECT id, login, role, user_id, generation FROM accounts
			WHERE owner_id IS NULL AND deleted_at IS NULL AND enabled AND\s""";

	private final JdbcClient jdbc;

	LinkedAccountRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<CurrentAccount> findAdministrators() {
		return this.jdbc.sql(PEOPLE + "role = 'ADMIN' ORDER BY lower(login)").query(CurrentAccount.class).list();
	}

	/**
	 * Finds an enabled account, which no other transaction changes until this one ends.
	 */
	Optional<CurrentAccount> lock(long id) {
		return this.jdbc.sql(PEOPLE + "id = :id FOR NO KEY UPDATE")
			.param("id", id)
			.query(CurrentAccount.class)
			.optional();
	}

	/**
	 * Takes an e-mail address from the account that has it without having confirmed it.
	 * @return the login of that account
	 */
	Optional<String> removeUnconfirmedEmail(String email) {
		return this.jdbc.sql("""
				UPDATE accounts SET email = NULL WHERE lower(email) = lower(:email) AND NOT email_confirmed
				RETURNING login
				""").param("email", email).query(String.class).optional();
	}

	/**
	 * Adds an account for staff, whose e-mail address is confirmed.
	 * @throws org.springframework.dao.DuplicateKeyException when another account has the
	 * login or e-mail
	 */
	CurrentAccount insert(String login, String email, Role role, String passwordHash) {
		return this.jdbc.sql("""
				INSERT INTO accounts (login, email, email_confirmed, role, password_hash)
				VALUES (:login, :email, true, :role, :hash)
				RETURNING id, login, role, user_id, generation
				""")
			.param("login", login)
			.param("email", email)
			.param("role", role.name())
			.param("hash", passwordHash)
			.query(CurrentAccount.class)
			.single();
	}

	void removePassword(long id) {
		this.jdbc.sql("UPDATE accounts SET password_hash = NULL WHERE id = :id").param("id", id).update();
	}

	void setPassword(long id, String hash) {
		this.jdbc.sql("UPDATE accounts SET password_hash = :hash, must_change_password = false WHERE id = :id")
			.param("id", id)
			.param("hash", hash)
			.update();
	}

}
