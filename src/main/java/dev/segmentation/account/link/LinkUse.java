package dev.segmentation.account.link;

import java.util.Objects;
import java.util.Optional;

import dev.segmentation.account.password.NewPassword;
import dev.segmentation.account.session.AccountSessions;
import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.refusal.ConflictException;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Uses one-time links. Passwords are hashed before a transaction begins, because that
 * takes a while and would hold a connection.
 */
@Service
public class LinkUse {

	private final AccountLinkRepository links;

	private final LinkedAccountRepository accounts;

	private final PasswordEncoder passwords;

	private final AccountSessions sessions;

	private final AuditLog audit;

	private final TransactionTemplate transaction;

	LinkUse(AccountLinkRepository links, LinkedAccountRepository accounts, PasswordEncoder passwords,
			AccountSessions sessions, AuditLog audit, PlatformTransactionManager transactions) {
		this.links = links;
		this.accounts = accounts;
		this.passwords = passwords;
		this.sessions = sessions;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Finds the link with this secret.
	 * @return empty when it is unknown, used, revoked or expired, or its account is
	 * disabled
	 */
	public Optional<AccountLink> find(String secret) {
		return this.links.findUsable(new LinkSecret(secret).hash());
	}

	/**
	 * Makes the account of an invitation. Another account that has the e-mail address
	 * without having confirmed it loses it.
	 * @throws ConflictException when another account has the login or has confirmed the
	 * e-mail
	 * @throws dev.segmentation.shared.refusal.NotFoundException when the link was used
	 * meanwhile
	 */
	public void join(String secret, String login, NewPassword password) {
		String hash = encode(password);
		try {
			this.transaction.executeWithoutResult((status) -> {
				AccountLink link = use(secret);
				String email = Objects.requireNonNull(link.email());
				Optional<String> loser = this.accounts.removeUnconfirmedEmail(email);
				CurrentAccount account = this.accounts.insert(login, email, link.role(), hash);
				this.audit.record(AuditKind.ACCOUNT_CREATED, account, login, link.role().name());
				loser.ifPresent((other) -> this.audit.record(AuditKind.PROFILE_CHANGED, account, other,
						"%s → –, confirmed by %s".formatted(email, login)));
			});
		}
		catch (DuplicateKeyException ex) {
			boolean email = find(secret).map(AccountLink::email).filter(this.links::isTaken).isPresent();
			throw new ConflictException(email ? "link.email.taken" : "link.login.taken", "login or e-mail is taken");
		}
	}

	/**
	 * Sets the password of an account, and ends its sessions.
	 * @throws dev.segmentation.shared.refusal.NotFoundException when the link was used
	 * meanwhile
	 */
	public void choosePassword(String secret, NewPassword password) {
		String hash = encode(password);
		this.transaction.executeWithoutResult((status) -> {
			CurrentAccount account = this.accounts.lock(Objects.requireNonNull(use(secret).accountId()))
				.orElseThrow(AccountLink::notFound);
			this.accounts.setPassword(account.id(), hash);
			this.sessions.endAll(account.id());
			this.audit.record(AuditKind.PASSWORD_CHANGED, account, account.login(), null);
		});
	}

	private String encode(NewPassword password) {
		return Objects.requireNonNull(this.passwords.encode(password.text()));
	}

	/** Of two requests at the same time, one succeeds. */
	private AccountLink use(String secret) {
		AccountLink link = find(secret).orElseThrow(AccountLink::notFound);
		if (!this.links.use(new LinkSecret(secret).hash())) {
			throw AccountLink.notFound();
		}
		return link;
	}

}
