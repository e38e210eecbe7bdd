package dev.segmentation.account;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import dev.segmentation.shared.Purge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RefreshTokenRepository implements Purge {

	private final JdbcClient jdbc;

	RefreshTokenRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(byte[] hash, UUID family, long accountId, Duration ttl) {
		this.jdbc.sql("""
				INSERT INTO refresh_tokens (token_hash, family, account_id, expires_at)
				VALUES (:hash, :family, :account, now() + make_interval(secs => :seconds))
				""")
			.param("hash", hash)
			.param("family", family)
			.param("account", accountId)
			.param("seconds", (double) ttl.toSeconds())
			.update();
	}

	/**
	 * Marks a token as used. It can be used again for ten seconds, because parallel
	 * workers send the same token and a client repeats a request after a lost answer.
	 * @return empty when the token is unknown or expired, or was used earlier
	 */
	Optional<UsedToken> use(byte[] hash) {
		return this.jdbc.sql("""
				UPDATE refresh_tokens SET used_at = coalesce(used_at, now())
				WHERE token_hash = :hash AND expires_at > now()
				    AND (used_at IS NULL OR used_at > now() - interval '10 seconds')
				RETURNING family, account_id
				""").param("hash", hash).query(UsedToken.class).optional();
	}

	/**
	 * Revokes all tokens of the same sign-in as this token.
	 */
	void deleteFamilyOf(byte[] hash) {
		this.jdbc.sql("""
				DELETE FROM refresh_tokens
				WHERE family = (SELECT family FROM refresh_tokens WHERE token_hash = :hash)
				""").param("hash", hash).update();
	}

	/**
	 * Revokes all tokens of an account.
	 */
	void deleteOf(long accountId) {
		this.jdbc.sql("DELETE FROM refresh_tokens WHERE account_id = ?").param(accountId).update();
	}

	/**
	 * Deletes expired tokens.
	 */
	@Override
	public void purge() {
		this.jdbc.sql("DELETE FROM refresh_tokens WHERE expires_at < now()").update();
	}

	record UsedToken(UUID family, long accountId) {
	}

}
