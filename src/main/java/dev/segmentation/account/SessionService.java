package dev.segmentation.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

import dev.segmentation.shared.CurrentAccount;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * API sessions. A session has an access token that lasts minutes and a refresh token that
 * lasts weeks. The next refresh token replaces it.
 */
@Service
public class SessionService {

	private static final int TOKEN_BYTES = 32;

	private final SecureRandom random = new SecureRandom();

	private final RefreshTokenRepository refreshTokens;

	private final AccountRepository accounts;

	private final AccessTokens accessTokens;

	private final JwtProperties properties;

	private final SecondFactorCheck secondFactors;

	SessionService(RefreshTokenRepository refreshTokens, AccountRepository accounts, AccessTokens accessTokens,
			JwtProperties properties, SecondFactorCheck secondFactors) {
		this.refreshTokens = refreshTokens;
		this.accounts = accounts;
		this.accessTokens = accessTokens;
		this.properties = properties;
		this.secondFactors = secondFactors;
	}

	/**
	 * Opens a session after a sign-in.
	 */
	public Session open(CurrentAccount account) {
		return issue(account, UUID.randomUUID());
	}

	/**
	 * Continues a session with new tokens. The old refresh token becomes invalid after
	 * ten seconds.
	 * @throws SessionNotFoundException when the token is unknown, invalid, expired or
	 * revoked, or its account is disabled or needs a second factor by now. A token that
	 * is reused later may be stolen, so all refresh tokens of the same sign-in are
	 * revoked.
	 */
	@Transactional(noRollbackFor = SessionNotFoundException.class)
	public Session refresh(String refreshToken) {
		byte[] hash = hash(refreshToken);
		RefreshTokenRepository.UsedToken token = this.refreshTokens.use(hash).orElseThrow(() -> {
			this.refreshTokens.deleteFamilyOf(hash);
			return new SessionNotFoundException();
		});
		CurrentAccount account = this.accounts.findEnabledById(token.accountId())
			.filter((found) -> !this.secondFactors.isNeeded(found))
			.orElseThrow(SessionNotFoundException::new);
		return issue(account, token.family());
	}

	private Session issue(CurrentAccount account, UUID family) {
		byte[] bytes = new byte[TOKEN_BYTES];
		this.random.nextBytes(bytes);
		String refreshToken = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		this.refreshTokens.insert(hash(refreshToken), family, account.id(), this.properties.refreshTtl());
		return new Session(this.accessTokens.issue(account), refreshToken, this.properties.refreshTtl());
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
