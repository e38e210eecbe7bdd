package dev.segmentation.account.factor;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.segmentation.shared.Role;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SecondFactorRepository {

	private final JdbcClient jdbc;

	SecondFactorRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	FactorState state(long accountId) {
		return this.jdbc
			.sql("""
					SELECT (SELECT count(*) FROM passkeys WHERE account_id = :account) AS passkeys,
					    EXISTS (SELECT FROM authenticator_apps WHERE account_id = :account AND confirmed_at IS NOT NULL) AS app,
					    (SELECT count(*) FROM recovery_codes WHERE account_id = :account AND used_at IS NULL) AS recovery_codes
					""")
			.param("account", accountId)
			.query(FactorState.class)
			.single();
	}

	Optional<FactorHolder> findHolder(long accountId) {
		return this.jdbc.sql("""
				SELECT id, login FROM accounts
				WHERE id = ? AND role <> 'MEMBER' AND owner_id IS NULL AND deleted_at IS NULL
				""").param(accountId).query(FactorHolder.class).optional();
	}

	void deleteAll(long accountId) {
		this.jdbc.sql("""
				WITH passkey AS (DELETE FROM passkeys WHERE account_id = :account),
				    code AS (DELETE FROM recovery_codes WHERE account_id = :account),
				    attempt AS (DELETE FROM code_attempts WHERE account_id = :account)
				DELETE FROM authenticator_apps WHERE account_id = :account
				""").param("account", accountId).update();
	}

	/**
	 * Deletes the recovery codes of an account that has no second factor any more.
	 */
	void deleteCodesWithoutFactor(long accountId) {
		this.jdbc
			.sql("""
					DELETE FROM recovery_codes
					WHERE account_id = :account AND NOT EXISTS (SELECT FROM passkeys WHERE account_id = :account)
					    AND NOT EXISTS (SELECT FROM authenticator_apps WHERE account_id = :account AND confirmed_at IS NOT NULL)
					""")
			.param("account", accountId)
			.update();
	}

	Set<Role> requiredRoles() {
		return this.jdbc.sql("SELECT role FROM second_factor_roles").query(Role.class).set();
	}

	/**
	 * Replaces the required roles.
	 * @return whether anything changed
	 */
	boolean require(Set<Role> roles) {
		return this.jdbc.sql("""
				WITH wanted AS (SELECT unnest(:roles) AS role),
				    deleted AS (
				        DELETE FROM second_factor_roles WHERE role NOT IN (SELECT role FROM wanted) RETURNING role),
				    added AS (
				        INSERT INTO second_factor_roles (role) SELECT role FROM wanted
				        ON CONFLICT DO NOTHING RETURNING role)
				SELECT EXISTS (SELECT FROM deleted) OR EXISTS (SELECT FROM added)
				""")
			.param("roles", roles.stream().map(Role::name).toArray(String[]::new))
			.query(Boolean.class)
			.single();
	}

	List<RoleRule> rules() {
		return this.jdbc
			.sql("""
					SELECT staff.role, EXISTS (SELECT FROM second_factor_roles rule WHERE rule.role = staff.role) AS required,
					    count(account.id) AS accounts,
					    count(account.id) FILTER (WHERE EXISTS (SELECT FROM passkeys key WHERE key.account_id = account.id)
					        OR EXISTS (
					            SELECT FROM authenticator_apps app
					            WHERE app.account_id = account.id AND app.confirmed_at IS NOT NULL)) AS ready
					FROM (VALUES (1, 'ADMIN'), (2, 'EDITOR'), (3, 'VIEWER')) AS staff (place, role)
					LEFT JOIN accounts account ON account.role = staff.role AND account.enabled AND account.owner_id IS NULL
					GROUP BY staff.place, staff.role ORDER BY staff.place
					""")
			.query(RoleRule.class)
			.list();
	}

}
