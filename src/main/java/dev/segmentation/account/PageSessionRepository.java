package dev.segmentation.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads and ends the sessions of pages, which Spring Session writes.
 */
@Repository
class PageSessionRepository {

	private final JdbcClient jdbc;

	PageSessionRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void deleteOf(long accountId) {
		this.jdbc.sql("DELETE FROM sessions WHERE principal_name = (SELECT login FROM accounts WHERE id = ?)")
			.param(accountId)
			.update();
	}

}
