package dev.segmentation.account.factor.passkey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PasskeyChallengeRepository {

	/** The name of the attribute in the session. */
	static final String ATTRIBUTE = "passkeyChallenge";

	private final JdbcClient jdbc;

	PasskeyChallengeRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Deletes the challenge of a session. Each request has a copy of the session, so only
	 * the row decides who answers.
	 * @return false when another request was faster
	 */
	boolean delete(String sessionId) {
		return this.jdbc.sql("""
				DELETE FROM sessions_attributes
				WHERE session_primary_id = (SELECT primary_id FROM sessions WHERE session_id = :session)
				    AND attribute_name = :name
				""").param("session", sessionId).param("name", ATTRIBUTE).update() > 0;
	}

}
