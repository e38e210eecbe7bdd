package dev.segmentation.account.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import dev.segmentation.shared.database.SqlTime;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TokenRepository {

	private static final String CAN_OWN = "enabled AND owner_id IS NULL AND role IN ('EDITOR', 'ADMIN')";

	private final JdbcClient jdbc;

	TokenRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds the account of a token, and its limits.
	 * @return the account's id
	 */
	long insert(NewToken token, long ownerId) {
		TokenLimits limits = token.limits();
		List<String> segments = limits.segments();
		return this.jdbc.sql("""
				WITH account AS (
				    INSERT INTO accounts (login, role, owner_id)
				    SELECT :name || ' (' || login || ')', :role, id FROM accounts WHERE id = :owner
				    RETURNING id
				), token AS (
				    INSERT INTO api_tokens (account_id, name, read_only, segments_only, addresses, ends_at)
				    SELECT id, :name, :readOnly, :segmentsOnly, :addresses, :endsAt FROM account
				), permitted AS (
				    INSERT INTO api_token_segments (account_id, segment_id)
				    SELECT account.id, segments.id FROM account CROSS JOIN segments WHERE name = ANY (:segments)
				)
				SELECT id FROM account
				""")
			.param("name", token.name())
			.param("role", limits.role().name())
			.param("owner", ownerId)
			.param("readOnly", limits.readOnly())
			.param("segmentsOnly", segments != null)
			.param("addresses", limits.addresses().toArray(String[]::new))
			.param("endsAt", SqlTime.utcOrNull(token.endsAt()))
			.param("segments", (segments != null) ? segments.toArray(String[]::new) : new String[0])
			.query(Long.class)
			.single();
	}

	/**
	 * Changes the name, the limits and the end of a token.
	 */
	void update(long id, NewToken changed) {
		TokenLimits limits = changed.limits();
		List<String> segments = limits.segments();
		this.jdbc.sql("""
				WITH account AS (
				    UPDATE accounts AS a SET role = :role, login = :name || ' (' || owner.login || ')'
				    FROM accounts AS owner WHERE a.id = :id AND owner.id = a.owner_id
				), token AS (
				    UPDATE api_tokens SET name = :name, read_only = :readOnly, segments_only = :segmentsOnly,
				        addresses = :addresses, ends_at = :endsAt
				    WHERE account_id = :id
				), permitted AS (
				    SELECT id FROM segments WHERE name = ANY (:segments)
				), forbidden AS (
				    DELETE FROM api_token_segments
				    WHERE account_id = :id AND segment_id NOT IN (SELECT id FROM permitted)
				)
				INSERT INTO api_token_segments (account_id, segment_id) SELECT :id, id FROM permitted
				ON CONFLICT DO NOTHING
				""")
			.param("id", id)
			.param("name", changed.name())
			.param("role", limits.role().name())
			.param("readOnly", limits.readOnly())
			.param("segmentsOnly", segments != null)
			.param("addresses", limits.addresses().toArray(String[]::new))
			.param("endsAt", SqlTime.utcOrNull(changed.endsAt()))
			.param("segments", (segments != null) ? segments.toArray(String[]::new) : new String[0])
			.update();
	}

	void insertSecret(long id, byte[] hash) {
		this.jdbc.sql("INSERT INTO api_token_secrets (hash, account_id) VALUES (:hash, :id)")
			.param("hash", hash)
			.param("id", id)
			.update();
	}

	/**
	 * Locks a token until the end of the transaction, so that it is rotated once at a
	 * time.
	 */
	void lock(long id) {
		this.jdbc.sql("SELECT account_id FROM api_tokens WHERE account_id = ? FOR UPDATE")
			.param(id)
			.query(Long.class)
			.single();
	}

	/**
	 * Sets the end of the current secret. It replaces the previous one.
	 */
	void endSecret(long id, Duration overlap) {
		this.jdbc.sql("DELETE FROM api_token_secrets WHERE account_id = ? AND valid_until IS NOT NULL")
			.param(id)
			.update();
		this.jdbc
			.sql("""
					UPDATE api_token_secrets SET valid_until = now() + make_interval(secs => :seconds) WHERE account_id = :id
					""")
			.param("seconds", (double) overlap.toSeconds())
			.param("id", id)
			.update();
	}

	void setEnd(long id, @Nullable Instant end) {
		this.jdbc.sql("UPDATE api_tokens SET ends_at = :end WHERE account_id = :id")
			.param("end", SqlTime.utcOrNull(end))
			.param("id", id)
			.update();
	}

	void revoke(long id) {
		this.jdbc.sql("UPDATE accounts SET enabled = false, deleted_at = now() WHERE id = ?").param(id).update();
	}

	/**
	 * Changes the owner and the login of a token.
	 * @return whether the new owner can own tokens
	 */
	boolean setOwner(long id, long ownerId) {
		return this.jdbc.sql("""
				UPDATE accounts AS a SET owner_id = owner.id, login = t.name || ' (' || owner.login || ')'
				FROM (SELECT id, login FROM accounts WHERE id = :owner AND %s) AS owner, api_tokens AS t
				WHERE a.id = :id AND t.account_id = a.id
				""".formatted(CAN_OWN)).param("owner", ownerId).param("id", id).update() > 0;
	}

	/**
	 * Whether a login belongs to a revoked token.
	 */
	boolean isRevoked(String login) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM accounts WHERE lower(login) = lower(:login) AND NOT enabled)")
			.param("login", login)
			.query(Boolean.class)
			.single();
	}

	List<TokenOwner> findOwners() {
		return this.jdbc
			.sql("SELECT id, login, full_name, role FROM accounts WHERE %s ORDER BY lower(login)".formatted(CAN_OWN))
			.query(TokenOwner.class)
			.list();
	}

	List<String> findUnknownSegments(Collection<String> names) {
		return this.jdbc.sql("""
				SELECT name FROM unnest(:names) WITH ORDINALITY AS named (name, position)
				WHERE NOT EXISTS (SELECT FROM segments AS s WHERE s.name = named.name) ORDER BY position
				""").param("names", names.toArray(String[]::new)).query(String.class).list();
	}

}
