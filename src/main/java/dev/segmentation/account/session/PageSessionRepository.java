package dev.segmentation.account.session;

import java.util.Collection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Ends the sessions of pages, which Spring Session writes. In the transaction of the
 * caller, because Spring Session's own would need a second connection.
 */
@Repository
class PageSessionRepository {

	private final JdbcClient jdbc;

	PageSessionRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Lets sessions end that are about to begin, or that are not saved yet. Locks the
	 * account.
	 * @return the new generation
	 */
	int beginGeneration(long accountId) {
		return this.jdbc.sql("UPDATE accounts SET generation = generation + 1 WHERE id = ? RETURNING generation")
			.param(accountId)
			.query(Integer.class)
			.single();
	}

	void deleteOf(long accountId) {
		this.jdbc.sql("DELETE FROM sessions WHERE principal_name = (SELECT login FROM accounts WHERE id = ?)")
			.param(accountId)
			.update();
	}

	void delete(Collection<String> ids) {
		this.jdbc.sql("DELETE FROM sessions WHERE session_id = ANY (:ids)")
			.param("ids", ids.toArray(String[]::new))
			.update();
	}

}
