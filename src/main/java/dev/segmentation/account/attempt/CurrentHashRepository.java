package dev.segmentation.account.attempt;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CurrentHashRepository {

	private final JdbcClient jdbc;

	CurrentHashRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds the hash of an account's present password.
	 */
	Optional<String> find(String login) {
		return this.jdbc
			.sql("SELECT password_hash FROM accounts WHERE lower(login) = lower(?) AND password_hash IS NOT NULL")
			.param(login)
			.query(String.class)
			.optional();
	}

}
