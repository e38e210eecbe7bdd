package dev.segmentation.account.link;

import java.util.Collection;

import dev.segmentation.account.ActingAccounts;
import dev.segmentation.account.session.AccountSessions;
import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.refusal.ConflictException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets accounts choose a new password by a one-time link.
 */
@Service
public class PasswordResets {

	private final AccountLinkRepository links;

	private final LinkedAccountRepository accounts;

	private final AccountSessions sessions;

	private final ActingAccounts acting;

	private final AuditLog audit;

	PasswordResets(AccountLinkRepository links, LinkedAccountRepository accounts, AccountSessions sessions,
			ActingAccounts acting, AuditLog audit) {
		this.links = links;
		this.accounts = accounts;
		this.sessions = sessions;
		this.acting = acting;
		this.audit = audit;
	}

	/**
	 * Removes the password of an account, ends all its sessions, and makes a link for a
	 * new password.
	 * @param by {@code null} for a command
	 * @throws ConflictException when the account is disabled, deleted or one's own
	 */
	@Transactional
	public IssuedLink reset(long accountId, @Nullable CurrentAccount by) {
		if (by != null) {
			this.acting.requireStill(by, accountId);
		}
		CurrentAccount account = this.accounts.lock(accountId)
			.orElseThrow(() -> new ConflictException("accounts.refused.disabled", "the account is disabled"));
		if (by != null && by.id() == accountId) {
			throw new ConflictException("accounts.refused.own.password", "this is your own account");
		}
		LinkSecret secret = LinkSecret.generate();
		this.accounts.removePassword(accountId);
		this.links.replaceReset(secret.hash(), accountId, (by != null) ? by.id() : null);
		this.sessions.endAll(accountId);
		this.audit.record(AuditKind.PASSWORD_RESET, by, account.login(), null);
		return new IssuedLink(this.links.findUsable(secret.hash()).orElseThrow(), secret);
	}

	/**
	 * Revokes the open links that accounts made for others, because they know them.
	 */
	public void revokeLinksMadeBy(Collection<Long> accounts) {
		this.links.deleteMadeBy(accounts);
	}

	/**
	 * Revokes the open links for accounts, and those that they made for others.
	 */
	public void revokeLinksOf(Collection<Long> accounts) {
		this.links.deleteFor(accounts);
		this.links.deleteMadeBy(accounts);
	}

}
