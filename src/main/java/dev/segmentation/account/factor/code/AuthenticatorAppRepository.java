package dev.segmentation.account.factor.code;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuthenticatorAppRepository {

	private final JdbcClient jdbc;

	AuthenticatorAppRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Begins to set up an app. Replaces the secret of another app that is not confirmed.
	 * @return false when the account has a confirmed app
	 */
	boolean begin(long accountId, byte[] secret) {
		return this.jdbc.sql("""
				INSERT INTO authenticator_apps (account_id, secret) VALUES (:account, :secret)
				ON CONFLICT (account_id) DO UPDATE SET secret = :secret WHERE authenticator_apps.confirmed_at IS NULL
				""").param("account", accountId).param("secret", secret).update() > 0;
	}

	Optional<AuthenticatorApp> find(long accountId) {
		return this.jdbc.sql("""
				SELECT secret, last_step, confirmed_at IS NOT NULL AS confirmed
				FROM authenticator_apps WHERE account_id = ?
				""").param(accountId).query(AuthenticatorApp.class).optional();
	}

	/**
	 * Records that the code of a time step was used.
	 * @return false when it or a later one was used before
	 */
	boolean use(long accountId, long step) {
		return this.jdbc
			.sql("UPDATE authenticator_apps SET last_step = :step WHERE account_id = :account AND last_step < :step")
			.param("step", step)
			.param("account", accountId)
			.update() > 0;
	}

	void confirm(long accountId) {
		this.jdbc.sql("UPDATE authenticator_apps SET confirmed_at = now() WHERE account_id = ?")
			.param(accountId)
			.update();
	}

	/**
	 * Deletes the app.
	 * @return whether there was a confirmed one
	 */
	boolean delete(long accountId) {
		return this.jdbc.sql("DELETE FROM authenticator_apps WHERE account_id = ? RETURNING confirmed_at IS NOT NULL")
			.param(accountId)
			.query(Boolean.class)
			.optional()
			.orElse(false);
	}

}
