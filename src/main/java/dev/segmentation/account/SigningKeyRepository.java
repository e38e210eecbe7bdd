package dev.segmentation.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SigningKeyRepository {

	private final JdbcClient jdbc;

	SigningKeyRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The key that all instances share: the given one if there is none yet.
	 */
	byte[] findOrInsert(byte[] fresh) {
		this.jdbc.sql("INSERT INTO signing_keys (key) VALUES (:key) ON CONFLICT DO NOTHING")
			.param("key", fresh)
			.update();
		return this.jdbc.sql("SELECT key FROM signing_keys").query(byte[].class).single();
	}

}
