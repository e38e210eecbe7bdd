package dev.segmentation.account.staff;

import java.util.Collection;
import java.util.List;

import dev.segmentation.shared.Role;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads and changes accounts of people.
 */
@Repository
class StaffRepository {

	/** Whether an account has a passkey or an authenticator app. */
	static final String SECOND_FACTOR = """
			(EXISTS (SELECT FROM passkeys AS k WHERE k.account_id = a.id)
			 OR EXISTS (SELECT FROM authenticator_apps AS p WHERE p.account_id = a.id AND p.confirmed_at IS NOT NULL))""";

	private final JdbcClient jdbc;

	StaffRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<AccountDetails> findAll(Collection<Long> ids) {
		return this.jdbc
			.sql("""
					SELECT id, login, full_name, email, role, enabled, password_hash IS NOT NULL AS has_password, created_at,
					       last_sign_in_at, %s AS second_factor
					FROM accounts AS a WHERE id = ANY (:ids) AND owner_id IS NULL AND deleted_at IS NULL ORDER BY lower(login)
					"""
				.formatted(SECOND_FACTOR))
			.param("ids", ids.toArray(Long[]::new))
			.query(AccountDetails.class)
			.list();
	}

	/**
	 * Locks accounts together with all enabled administrators, in the order of their ids.
	 * Two administrators who demote each other take the same locks, so the second one
	 * sees that it has been demoted.
	 */
	List<LockedAccount> lock(Collection<Long> ids) {
		return this.jdbc.sql("""
				SELECT id, login, role, enabled FROM accounts
				WHERE (id = ANY (:ids) OR (role = 'ADMIN' AND enabled)) AND owner_id IS NULL AND deleted_at IS NULL
				ORDER BY id FOR NO KEY UPDATE
				""").param("ids", ids.toArray(Long[]::new)).query(LockedAccount.class).list();
	}

	void updateRole(long id, Role role) {
		this.jdbc.sql("UPDATE accounts SET role = :role WHERE id = :id")
			.param("role", role.name())
			.param("id", id)
			.update();
	}

	void updateEnabled(long id, boolean enabled) {
		this.jdbc.sql("UPDATE accounts SET enabled = :enabled WHERE id = :id")
			.param("enabled", enabled)
			.param("id", id)
			.update();
	}

	/**
	 * Marks an account as deleted. Its row and login stay, so that the history names it.
	 */
	void delete(long id) {
		this.jdbc
			.sql("""
					UPDATE accounts SET enabled = false, deleted_at = now(), email = NULL, full_name = NULL, password_hash = NULL
					WHERE id = :id
					""")
			.param("id", id)
			.update();
	}

}
