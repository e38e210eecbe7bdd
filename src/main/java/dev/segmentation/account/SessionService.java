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
 * API sessions: an access token of minutes, and a refresh token of weeks that is good for
 * one use and leads to the next.
 */
@Service
public class SessionService {

	private static final int TOKEN_BYTES = 32;

	private final SecureRandom random = new SecureRandom();

	private final RefreshTokenRepository refreshTokens;

	private final AccountRepository accounts;

	private final AccessTokens accessTokens;

	private final JwtProperties properties;

	SessionService(RefreshTokenRepository refreshTokens, AccountRepository accounts, AccessTokens accessTokens,
			JwtProperties properties) {
		this.refreshTokens = refreshTokens;
		this.accounts = accounts;
		this.accessTokens = accessTokens;
		this.properties = properties;
	}

	/**
	 * Opens a session after a sign-in.
	 */
	public Session open(CurrentAccount account) {
		return issue(account, UUID.randomUUID());
	}

	/**
	 * Goes on with a session; the old refresh token is dead then.
	 * @throws SessionNotFoundException when the token is unknown, used, expired or
	 * revoked, or its account disabled. One that was used before has been stolen or lost:
	 * all that came of the same sign-in is revoked.
	 */
	@Transactional(noRollbackFor = SessionNotFoundException.class)
	public Session refresh(String refreshToken) {
		byte[] hash = hash(refreshToken);
		RefreshTokenRepository.Used used = this.refreshTokens.use(hash).orElseThrow(() -> {
			this.refreshTokens.deleteFamilyOf(hash);
			return new SessionNotFoundException();
		});
		CurrentAccount account = this.accounts.findEnabledById(used.accountId())
			.orElseThrow(SessionNotFoundException::new);
		return issue(account, used.family());
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
