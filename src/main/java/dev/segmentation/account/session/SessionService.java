package dev.segmentation.account.session;

import java.time.Clock;
import java.util.UUID;

import dev.segmentation.account.AccountDirectory;
import dev.segmentation.account.Client;
import dev.segmentation.account.IncorrectCredentialsException;
import dev.segmentation.account.SecondFactorCheck;
import dev.segmentation.account.jwt.AccessTokens;
import dev.segmentation.account.jwt.JwtProperties;
import dev.segmentation.account.password.DuePasswordChanges;
import dev.segmentation.account.session.RefreshTokenRepository.UsedToken;
import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.shared.CurrentAccount;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * API sessions. A session has an access token that lasts minutes and a refresh token that
 * lasts weeks. The next refresh token replaces it.
 */
@Service
public class SessionService {

	private final SessionFamilies families;

	private final AccountDirectory accounts;

	private final AccessTokens accessTokens;

	private final JwtProperties properties;

	private final AuditLog audit;

	private final Clock clock;

	private final SecondFactorCheck secondFactors;

	private final DuePasswordChanges passwords;

	SessionService(SessionFamilies families, AccountDirectory accounts, AccessTokens accessTokens,
			JwtProperties properties, AuditLog audit, Clock clock, SecondFactorCheck secondFactors,
			DuePasswordChanges passwords) {
		this.families = families;
		this.accounts = accounts;
		this.accessTokens = accessTokens;
		this.properties = properties;
		this.audit = audit;
		this.clock = clock;
		this.secondFactors = secondFactors;
		this.passwords = passwords;
	}

	/**
	 * Opens a session after a sign-in.
	 * @throws IncorrectCredentialsException when all sessions of the account were ended
	 * after the check of the password
	 * @throws dev.segmentation.shared.refusal.ForbiddenException when the account must
	 * change its password first
	 */
	@Transactional
	public Session open(CurrentAccount account, Client client) {
		if (!this.accounts.holdGeneration(account)) {
			throw new IncorrectCredentialsException();
		}
		this.passwords.requireNoneDue(account);
		this.audit.record(AuditKind.SIGNED_IN, account, null, "API");
		return issue(account, new SessionFamily(UUID.randomUUID(), account.id(), false, this.clock.instant()), client);
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
	public Session refresh(String refreshToken, Client client) {
		UsedToken token = this.families.use(refreshToken, false).orElseThrow(SessionNotFoundException::new);
		CurrentAccount account = this.accounts.findNow(token.accountId())
			.filter((found) -> !this.secondFactors.isNeeded(found))
			.orElseThrow(SessionNotFoundException::new);
		return issue(account, new SessionFamily(token.family(), account.id(), false, token.startedAt()), client);
	}

	private Session issue(CurrentAccount account, SessionFamily family, Client client) {
		String refreshToken = this.families.issue(family, client,
				this.clock.instant().plus(this.properties.refreshTtl()));
		return new Session(this.accessTokens.issue(account, family.id()), refreshToken, this.properties.refreshTtl());
	}

}
