package dev.segmentation.account.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import dev.segmentation.account.AccountDirectory;
import dev.segmentation.account.BrowserSession;
import dev.segmentation.account.Client;
import dev.segmentation.account.IncorrectCredentialsException;
import dev.segmentation.account.session.RefreshTokenRepository.UsedToken;
import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signs browsers in, remembers them and signs them out.
 *
 * <p>
 * A remembered browser has a token that is replaced at each use. Spring Security's
 * persistent tokens are not used: they are kept as they are, and two tabs that send the
 * same token at once count as theft. Here only a hash is kept, and a token can be used
 * for ten seconds more.
 */
@Service
public class BrowserSignIns {

	private final SessionFamilies families;

	private final AccountDirectory accounts;

	private final SessionProperties properties;

	private final AuditLog audit;

	private final Clock clock;

	BrowserSignIns(SessionFamilies families, AccountDirectory accounts, SessionProperties properties, AuditLog audit,
			Clock clock) {
		this.families = families;
		this.accounts = accounts;
		this.properties = properties;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Signs a browser in.
	 * @param way how the person signed in, for the audit
	 * @param remember whether the browser is remembered
	 * @param earlier the session that the browser had until now, which ends
	 * @throws IncorrectCredentialsException when all sessions of the account were ended
	 * after the check of the password
	 */
	@Transactional
	public SignedInBrowser signIn(CurrentAccount account, String way, boolean remember, Client client,
			@Nullable BrowserSession earlier) {
		if (earlier != null) {
			this.families.hold(account.id(), earlier.id());
		}
		if (!this.accounts.holdGeneration(account)) {
			throw new IncorrectCredentialsException();
		}
		end(earlier);
		this.audit.record(AuditKind.SIGNED_IN, account, null, way);
		SessionFamily family = new SessionFamily(UUID.randomUUID(), account.id(), true, this.clock.instant());
		Instant end = family.startedAt().plus(this.properties.remember());
		return answer(account, family, client, remember ? this.families.issue(family, client, end) : null, end);
	}

	/**
	 * Signs a remembered browser in again.
	 * @return empty when its token is unknown, expired, revoked or used, or the account
	 * cannot use the pages
	 */
	@Transactional
	public Optional<SignedInBrowser> resume(String token, Client client) {
		return this.families.use(token, true)
			.filter((used) -> !isOver(used.startedAt()))
			.flatMap((used) -> this.accounts.findNow(used.accountId())
				.filter((account) -> account.may(Role.VIEWER))
				.map((account) -> resume(account, used, client)));
	}

	private SignedInBrowser resume(CurrentAccount account, UsedToken used, Client client) {
		if (used.first()) {
			// The tabs of a browser that was just opened send the same token at once.
			this.audit.record(AuditKind.SIGNED_IN, account, null, "remembered");
			this.accounts.recordSignIn(account.id());
		}
		SessionFamily family = new SessionFamily(used.family(), account.id(), true, used.startedAt());
		return answer(account, family, client, this.families.issue(family, client, used.expiresAt()), used.expiresAt());
	}

	/**
	 * Whether a person who signed in at that time must sign in again.
	 */
	public boolean isOver(Instant signedInAt) {
		return !signedInAt.plus(this.properties.longest()).isAfter(this.clock.instant());
	}

	/**
	 * Signs a browser out, and forgets it.
	 */
	@Transactional
	public void signOut(CurrentAccount account, @Nullable BrowserSession session) {
		end(session);
		this.audit.record(AuditKind.SIGNED_OUT, account, null, null);
	}

	private void end(@Nullable BrowserSession session) {
		if (session != null) {
			this.families.end(session.id());
		}
	}

	private static SignedInBrowser answer(CurrentAccount account, SessionFamily family, Client client,
			@Nullable String token, Instant end) {
		BrowserSession session = new BrowserSession(family.id(), family.startedAt(), token != null, client);
		return new SignedInBrowser(account, session, token, end);
	}

}
