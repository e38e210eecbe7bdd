package dev.segmentation.account.company;

import java.util.List;
import java.util.Optional;

import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CompanyAccountRepository {

	private final JdbcClient jdbc;

	CompanyAccountRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Lets other sign-ins of the same person wait until the end of the transaction.
	 */
	void lock(CompanyIdentity identity) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('segmentation.company ' || ? || ' ' || ?, 0))")
			.param(identity.issuer())
			.param(identity.subject())
			.query()
			.listOfRows();
	}

	Optional<CompanyAccount> find(CompanyIdentity identity) {
		return this.jdbc
			.sql("""
					SELECT a.id, a.login, a.role, a.enabled, a.generation FROM company_identities AS c JOIN accounts AS a ON a.id = c.account_id
					WHERE c.issuer = :issuer AND c.subject = :subject
					""")
			.param("issuer", identity.issuer())
			.param("subject", identity.subject())
			.query(CompanyAccount.class)
			.optional();
	}

	/**
	 * Finds the account that signed in as this person.
	 */
	Optional<Long> findAccountId(String issuer, String subject) {
		return this.jdbc.sql("SELECT account_id FROM company_identities WHERE issuer = :issuer AND subject = :subject")
			.param("issuer", issuer)
			.param("subject", subject)
			.query(Long.class)
			.optional();
	}

	boolean isOfCompany(long accountId) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM company_identities WHERE account_id = ?)")
			.param(accountId)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Adds an account without a password. The provider has verified the e-mail address.
	 * If another account has it, it is left out.
	 * @return empty when the login is taken
	 */
	Optional<CompanyAccount> insert(String login, @Nullable String email, @Nullable String fullName, Role role) {
		return this.jdbc
			.sql("""
					INSERT INTO accounts (login, email, email_confirmed, full_name, role)
					SELECT :login, CASE WHEN NOT EXISTS (
					    SELECT FROM accounts WHERE lower(email) = lower(:email)) THEN CAST(:email AS text) END, true, :name, :role
					WHERE NOT EXISTS (SELECT FROM users WHERE lower(login) = lower(:login))
					ON CONFLICT (lower(login)) DO NOTHING
					RETURNING id, login, role, enabled, generation
					""")
			.param("login", login)
			.param("email", email)
			.param("name", fullName)
			.param("role", role.name())
			.query(CompanyAccount.class)
			.optional();
	}

	void insertIdentity(CompanyIdentity identity, long accountId) {
		this.jdbc
			.sql("INSERT INTO company_identities (issuer, subject, account_id) VALUES (:issuer, :subject, :account)")
			.param("issuer", identity.issuer())
			.param("subject", identity.subject())
			.param("account", accountId)
			.update();
	}

	/**
	 * Whether no other administrator is enabled. Locks all of them in the order in which
	 * changes of accounts do, so that two of them cannot both stop being one.
	 */
	boolean isLastAdministrator(long id) {
		return this.jdbc.sql("""
				SELECT id FROM accounts WHERE role = 'ADMIN' AND enabled AND owner_id IS NULL
				ORDER BY id FOR NO KEY UPDATE
				""").query(Long.class).list().equals(List.of(id));
	}

	/**
	 * Saves what the provider says at a sign-in.
	 */
	void update(long id, Role role, @Nullable String fullName) {
		this.jdbc.sql("""
				UPDATE accounts SET role = :role, full_name = coalesce(:name, full_name), last_sign_in_at = now()
				WHERE id = :id
				""").param("id", id).param("role", role.name()).param("name", fullName).update();
	}

}
