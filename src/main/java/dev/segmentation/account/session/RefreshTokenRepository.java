package dev.segmentation.account.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.segmentation.account.Client;
import dev.segmentation.shared.Purge;
import dev.segmentation.shared.database.SqlTime;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RefreshTokenRepository implements Purge {

	private final JdbcClient jdbc;

	RefreshTokenRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(byte[] hash, SessionFamily family, Client client, Instant expiresAt) {
		this.jdbc.sql("""
				INSERT INTO refresh_tokens
				    (token_hash, family, account_id, browser, started_at, expires_at, address, device)
				VALUES (:hash, :family, :account, :browser, :started, :expires, :address, :device)
				""")
			.param("hash", hash)
			.param("family", family.id())
			.param("account", family.accountId())
			.param("browser", family.browser())
			.param("started", SqlTime.utc(family.startedAt()))
			.param("expires", SqlTime.utc(expiresAt))
			.param("address", client.address())
			.param("device", client.device())
			.update();
	}

	/**
	 * Lets the end of sessions of the token's account wait until the end of the
	 * transaction. Otherwise it could miss the next token. Accounts are locked before
	 * their tokens.
	 */
	void holdAccountOf(byte[] hash) {
		this.jdbc.sql("""
				SELECT id FROM accounts WHERE id = (SELECT account_id FROM refresh_tokens WHERE token_hash = ?)
				FOR NO KEY UPDATE
				""").param(hash).query(Long.class).optional();
	}

	/**
	 * Waits for the next tokens of an account and of a family, which may belong to
	 * another one. Accounts are locked in the order of their ids, so that two sign-ins
	 * cannot wait for each other.
	 */
	void hold(@Nullable Long accountId, @Nullable UUID family) {
		this.jdbc.sql("""
				SELECT id FROM accounts WHERE id IN (SELECT CAST(:account AS bigint) UNION ALL
				    SELECT account_id FROM refresh_tokens WHERE family = CAST(:family AS uuid))
				ORDER BY id FOR NO KEY UPDATE
				""").param("account", accountId).param("family", family).query(Long.class).list();
	}

	/**
	 * Marks a token as used. It can be used again for ten seconds, because parallel
	 * workers send the same token and a client repeats a request after a lost answer.
	 * @param browser whether it must be the token of a browser instead of a program
	 * @return empty when the token is unknown or expired, or was used earlier
	 */
	Optional<UsedToken> use(byte[] hash, boolean browser) {
		return this.jdbc.sql("""
				UPDATE refresh_tokens SET used_at = coalesce(used_at, now())
				WHERE token_hash = :hash AND browser = :browser AND expires_at > now()
				    AND (used_at IS NULL OR used_at > now() - interval '10 seconds')
				RETURNING family, account_id, coalesce(started_at, created_at) AS started_at, expires_at,
				    used_at = now() AS first
				""").param("hash", hash).param("browser", browser).query(UsedToken.class).optional();
	}

	/**
	 * Revokes all tokens of the same sign-in as this token.
	 * @return the logins of the accounts whose tokens were revoked: one or none
	 */
	List<String> deleteFamilyOf(byte[] hash) {
		return this.jdbc.sql("""
				DELETE FROM refresh_tokens AS t USING accounts AS a
				WHERE t.family = (SELECT family FROM refresh_tokens WHERE token_hash = :hash) AND a.id = t.account_id
				RETURNING a.login
				""").param("hash", hash).query(String.class).set().stream().toList();
	}

	/**
	 * Revokes all tokens of an account, which must be locked.
	 */
	void deleteOf(long accountId) {
		this.jdbc.sql("DELETE FROM refresh_tokens WHERE account_id = ?").param(accountId).update();
	}

	/**
	 * Revokes all tokens of a sign-in.
	 */
	void deleteFamily(UUID family) {
		hold(null, family);
		this.jdbc.sql("DELETE FROM refresh_tokens WHERE family = ?").param(family).update();
	}

	/**
	 * Revokes all tokens of a sign-in, if it is the account's.
	 * @return whether there was one
	 */
	boolean deleteFamily(long accountId, UUID family) {
		hold(accountId, null);
		return this.jdbc.sql("DELETE FROM refresh_tokens WHERE account_id = ? AND family = ?")
			.params(accountId, family)
			.update() > 0;
	}

	/**
	 * Revokes all tokens of the other sign-ins of an account, which must be locked.
	 */
	void deleteOthers(long accountId, UUID family) {
		this.jdbc.sql("DELETE FROM refresh_tokens WHERE account_id = ? AND family <> ?")
			.params(accountId, family)
			.update();
	}

	/**
	 * Finds the sign-ins of an account that can be continued. Each was last used when its
	 * newest token was issued.
	 */
	List<FoundFamily> find(long accountId) {
		return this.jdbc.sql("""
				SELECT DISTINCT ON (family) family, browser, created_at AS used_at, address, device
				FROM refresh_tokens
				WHERE account_id = ? AND expires_at > now()
				ORDER BY family, created_at DESC
				""").param(accountId).query(FoundFamily.class).list();
	}

	/**
	 * Deletes expired tokens.
	 */
	@Override
	public void purge() {
		this.jdbc.sql("DELETE FROM refresh_tokens WHERE expires_at < now()").update();
	}

	/**
	 * A token that was used.
	 *
	 * @param first whether it was used for the first time
	 */
	record UsedToken(UUID family, long accountId, Instant startedAt, Instant expiresAt, boolean first) {
	}

	record FoundFamily(UUID family, boolean browser, Instant usedAt, @Nullable String address,
			@Nullable String device) {
	}

}
