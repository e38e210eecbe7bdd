package dev.segmentation.account.password;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DuePasswordRepository {

	private final JdbcClient jdbc;

	DuePasswordRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	boolean isDue(long accountId) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM accounts WHERE id = :id AND must_change_password)")
			.param("id", accountId)
			.query(Boolean.class)
			.single();
	}

	Optional<String> findDueHash(long accountId) {
		return this.jdbc.sql(
				"SELECT password_hash FROM accounts WHERE id = :id AND must_change_password AND password_hash IS NOT NULL")
			.param("id", accountId)
			.query(String.class)
			.optional();
	}

	/**
	 * Replaces a password that must be changed.
	 * @return false when it was changed meanwhile
	 */
	boolean replaceDue(long accountId, String hash) {
		return this.jdbc.sql("""
				UPDATE accounts SET password_hash = :hash, must_change_password = false
				WHERE id = :id AND must_change_password
				""").param("hash", hash).param("id", accountId).update() > 0;
	}

}
