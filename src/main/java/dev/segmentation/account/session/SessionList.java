package dev.segmentation.account.session;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.segmentation.account.BrowserSession;
import dev.segmentation.account.Client;
import dev.segmentation.account.session.AccountSession.Kind;
import dev.segmentation.account.session.PageSessions.PageSession;
import dev.segmentation.account.session.RefreshTokenRepository.FoundFamily;
import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.shared.CurrentAccount;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The sessions of an account for its owner: in browsers, which may be remembered, and in
 * programs. Sessions of pages end at once, and access tokens within a second.
 */
@Service
public class SessionList {

	private final PageSessions pages;

	private final PageSessionRepository pageSessions;

	private final RefreshTokenRepository families;

	private final AuditLog audit;

	private final TransactionOperations transactions;

	SessionList(PageSessions pages, PageSessionRepository pageSessions, RefreshTokenRepository families, AuditLog audit,
			TransactionOperations transactions) {
		this.pages = pages;
		this.pageSessions = pageSessions;
		this.families = families;
		this.audit = audit;
		this.transactions = transactions;
	}

	/**
	 * Lists the sessions of an account, the latest used first.
	 */
	public List<AccountSession> list(CurrentAccount account) {
		Stream<AccountSession> open = this.pages.find(account.login()).stream().map(SessionList::describe);
		Stream<AccountSession> others = this.families.find(account.id()).stream().map(SessionList::describe);
		return Stream.concat(open, others)
			.collect(Collectors.toMap(AccountSession::id, (session) -> session, AccountSession::latest))
			.values()
			.stream()
			.sorted(AccountSession.NEWEST_FIRST)
			.toList();
	}

	/**
	 * Ends one session of an account. Nothing happens when it has ended already.
	 */
	public void end(CurrentAccount account, UUID id) {
		Collection<String> ended = find(account, (session) -> session.browser().id().equals(id));
		this.transactions.executeWithoutResult((transaction) -> {
			boolean family = this.families.deleteFamily(account.id(), id);
			this.pageSessions.delete(ended);
			if (family || !ended.isEmpty()) {
				this.audit.record(AuditKind.SESSION_ENDED, account, account.login(), null);
			}
		});
	}

	/**
	 * Ends all sessions of an account but one. A sign-in that has checked the password
	 * before is refused.
	 * @return the generation in which the one goes on
	 */
	public int endOthers(CurrentAccount account, UUID current) {
		Collection<String> ended = find(account, (session) -> !session.browser().id().equals(current));
		return Objects.requireNonNull(this.transactions.execute((transaction) -> {
			int generation = this.pageSessions.beginGeneration(account.id());
			this.families.deleteOthers(account.id(), current);
			this.pageSessions.delete(ended);
			this.audit.record(AuditKind.SESSIONS_ENDED, account, account.login(), "all others");
			return generation;
		}));
	}

	private Collection<String> find(CurrentAccount account, Predicate<PageSession> condition) {
		return this.pages.find(account.login()).stream().filter(condition).map(PageSession::id).toList();
	}

	private static AccountSession describe(PageSession session) {
		BrowserSession browser = session.browser();
		return new AccountSession(browser.id(), browser.remembered() ? Kind.REMEMBERED_BROWSER : Kind.BROWSER,
				browser.client(), session.usedAt());
	}

	private static AccountSession describe(FoundFamily family) {
		return new AccountSession(family.family(), family.browser() ? Kind.REMEMBERED_BROWSER : Kind.PROGRAM,
				new Client(family.address(), family.device()), family.usedAt());
	}

}
