package dev.segmentation.account.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import dev.segmentation.account.Client;
import dev.segmentation.account.session.RefreshTokenRepository.UsedToken;
import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;

import org.springframework.stereotype.Component;

/**
 * Issues and uses the tokens that continue sign-ins. Only hashes of tokens are kept.
 */
@Component
class SessionFamilies {

	private static final int TOKEN_BYTES = 32;

	private final SecureRandom random = new SecureRandom();

	private final RefreshTokenRepository tokens;

	private final AuditLog audit;

	SessionFamilies(RefreshTokenRepository tokens, AuditLog audit) {
		this.tokens = tokens;
		this.audit = audit;
	}

	/**
	 * Issues the next token of a family.
	 */
	String issue(SessionFamily family, Client client, Instant expiresAt) {
		byte[] bytes = new byte[TOKEN_BYTES];
		this.random.nextBytes(bytes);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		this.tokens.insert(hash(token), family, client, expiresAt);
		return token;
	}

	/**
	 * Uses a token. One that is reused after ten seconds may be stolen, so all tokens of
	 * its family are revoked.
	 * @return empty when the token is unknown, expired, revoked or used
	 */
	Optional<UsedToken> use(String token, boolean browser) {
		byte[] hash = hash(token);
		this.tokens.holdAccountOf(hash);
		Optional<UsedToken> used = this.tokens.use(hash, browser);
		if (used.isEmpty()) {
			this.tokens.deleteFamilyOf(hash)
				.forEach((login) -> this.audit.record(AuditKind.SESSION_ENDED, null, login, "reused token"));
		}
		return used;
	}

	/**
	 * Lets no session of an account, and no family, be continued until the end of the
	 * transaction.
	 */
	void hold(long accountId, UUID family) {
		this.tokens.hold(accountId, family);
	}

	/**
	 * Ends a family.
	 */
	void end(UUID family) {
		this.tokens.deleteFamily(family);
	}

	private static byte[] hash(String token) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
