package dev.segmentation.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

import dev.segmentation.shared.Purge;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IdempotencyKeyRepository implements Purge {

	private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	IdempotencyKeyRepository(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Reserves a key.
	 * @return whether the key is new
	 */
	boolean insert(long accountId, String key) {
		return this.jdbc.sql("""
				INSERT INTO idempotency_keys (account_id, key) VALUES (:account, :key) ON CONFLICT DO NOTHING
				""").param("account", accountId).param("key", key).update() == 1;
	}

	Optional<StoredAnswer> findAnswer(long accountId, String key) {
		return this.jdbc.sql("""
				SELECT status, headers, body FROM idempotency_keys
				WHERE account_id = :account AND key = :key AND status IS NOT NULL
				""").param("account", accountId).param("key", key).query(this::answer).optional();
	}

	/**
	 * Whether a request still has no answer after 20 seconds. Proxies give up after 30
	 * seconds or more.
	 */
	boolean isOverdue(long accountId, String key) {
		return this.jdbc
			.sql("""
					SELECT count(*) FROM idempotency_keys
					WHERE account_id = :account AND key = :key AND status IS NULL AND created_at < now() - interval '20 seconds'
					""")
			.param("account", accountId)
			.param("key", key)
			.query(Long.class)
			.single() > 0;
	}

	/**
	 * Records in the transaction of a change that it was committed.
	 * @return whether the transaction has changed anything
	 */
	boolean recordCommit(RequestKey key) {
		return this.jdbc.sql("""
				UPDATE idempotency_keys SET committed = true
				WHERE account_id = :account AND key = :key AND pg_current_xact_id_if_assigned() IS NOT NULL
				""").param("account", key.accountId()).param("key", key.key()).update() == 1;
	}

	/**
	 * Whether the change was committed. Waits for the end of its transaction.
	 */
	boolean isCommitted(long accountId, String key) {
		return this.jdbc
			.sql("SELECT committed FROM idempotency_keys WHERE account_id = :account AND key = :key FOR UPDATE")
			.param("account", accountId)
			.param("key", key)
			.query(Boolean.class)
			.optional()
			.orElse(false);
	}

	void update(long accountId, String key, StoredAnswer answer) {
		this.jdbc.sql("""
				UPDATE idempotency_keys SET status = :status, headers = CAST(:headers AS jsonb), body = :body
				WHERE account_id = :account AND key = :key
				""")
			.param("account", accountId)
			.param("key", key)
			.param("status", answer.status())
			.param("headers", this.json.writeValueAsString(answer.headers()))
			.param("body", answer.body())
			.update();
	}

	void delete(long accountId, String key) {
		this.jdbc.sql("DELETE FROM idempotency_keys WHERE account_id = :account AND key = :key")
			.param("account", accountId)
			.param("key", key)
			.update();
	}

	/**
	 * Deletes keys after a day.
	 */
	@Override
	public void purge() {
		this.jdbc.sql("DELETE FROM idempotency_keys WHERE created_at < now() - interval '1 day'").update();
	}

	private StoredAnswer answer(ResultSet row, int number) throws SQLException {
		return new StoredAnswer(row.getInt("status"), this.json.readValue(row.getString("headers"), HEADERS),
				row.getBytes("body"));
	}

}
