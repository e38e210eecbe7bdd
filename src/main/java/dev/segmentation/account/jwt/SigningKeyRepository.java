package dev.segmentation.account.jwt;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SigningKeyRepository {

	private final JdbcClient jdbc;

	SigningKeyRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns the key that all instances share. Saves the given key if there is no key
	 * yet.
	 */
	byte[] findOrInsert(byte[] candidate) {
		this.jdbc.sql("INSERT INTO signing_keys (key) VALUES (:key) ON CONFLICT DO NOTHING")
			.param("key", candidate)
			.update();
		return this.jdbc.sql("SELECT key FROM signing_keys").query(byte[].class).single();
	}

}
