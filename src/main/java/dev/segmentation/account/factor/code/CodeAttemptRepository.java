package dev.segmentation.account.factor.code;

import java.time.Instant;

import dev.segmentation.shared.database.SqlTime;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CodeAttemptRepository {

	private final JdbcClient jdbc;

	CodeAttemptRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns the attempts of an account, and locks them until the end of the
	 * transaction, so that parallel guesses are counted.
	 */
	CodeAttempts lock(long accountId) {
		return this.jdbc.sql("""
				INSERT INTO code_attempts AS attempts (account_id) VALUES (?)
				ON CONFLICT (account_id) DO UPDATE SET failures = attempts.failures
				RETURNING failures, next_at
				""").param(accountId).query(CodeAttempts.class).single();
	}

	void save(long accountId, int failures, @Nullable Instant nextAt) {
		this.jdbc.sql("UPDATE code_attempts SET failures = :failures, next_at = :next WHERE account_id = :account")
			.param("failures", failures)
			.param("next", SqlTime.utcOrNull(nextAt))
			.param("account", accountId)
			.update();
	}

}
