package dev.segmentation.account.company;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.segmentation.account.company.CompanyRefusedException.Reason;
import dev.segmentation.account.session.AccountSessions;
import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signs people in whom their company's provider has identified. Only issuer and subject
 * identify a person: an existing account is never taken over by a login or an e-mail
 * address, which the provider may give to somebody else.
 */
@Service
public class CompanyAccounts {

	/** The name of the way in the audit. */
	public static final String WAY = "company sign-on";

	/** More people of one company hardly want the same login. */
	private static final int MOST_NAMESAKES = 99;

	private final CompanyAccountRepository accounts;

	private final AccountSessions sessions;

	private final CompanyProperties properties;

	private final AuditLog audit;

	CompanyAccounts(CompanyAccountRepository accounts, AccountSessions sessions, CompanyProperties properties,
			AuditLog audit) {
		this.accounts = accounts;
		this.sessions = sessions;
		this.properties = properties;
		this.audit = audit;
	}

	/**
	 * Returns the account of a person, with the role that their claims give. The last
	 * administrator stays one. Creates the account at the first sign-in.
	 * @throws CompanyRefusedException when no claim gives a role, or the account is
	 * disabled
	 */
	@Transactional(noRollbackFor = CompanyRefusedException.class)
	public CurrentAccount signIn(CompanyIdentity identity) {
		this.accounts.lock(identity);
		Optional<CompanyAccount> known = this.accounts.find(identity);
		String login = known.map(CompanyAccount::login).orElseGet(identity::wantedLogin);
		Role given = this.properties.role(identity.claims()).orElseThrow(() -> refused(login, Reason.NO_ROLE));
		CompanyAccount account = known.orElseGet(() -> create(identity, given));
		if (!account.enabled()) {
			throw refused(login, Reason.DISABLED);
		}
		Role role = possible(account, given);
		CurrentAccount current = account.withRole(role);
		this.accounts.update(account.id(), role, identity.fullName());
		if (account.role() != role) {
			this.audit.record(AuditKind.ROLE_CHANGED, current, account.login(),
					account.role() + " to " + role + ", " + WAY);
		}
		return current;
	}

	/**
	 * Somebody must be able to manage accounts, also after a wrong change at the
	 * provider.
	 */
	private Role possible(CompanyAccount account, Role given) {
		boolean demoted = account.role() == Role.ADMIN && given != Role.ADMIN;
		return (demoted && this.accounts.isLastAdministrator(account.id())) ? Role.ADMIN : given;
	}

	private CompanyRefusedException refused(String login, Reason reason) {
		this.audit.record(AuditKind.SIGN_IN_FAILED, null, login,
				WAY + ((reason == Reason.NO_ROLE) ? ", no role" : ", account disabled"));
		return new CompanyRefusedException(reason);
	}

	private CompanyAccount create(CompanyIdentity identity, Role role) {
		String wanted = identity.wantedLogin();
		CompanyAccount account = Stream
			.concat(Stream.of(wanted),
					IntStream.rangeClosed(2, MOST_NAMESAKES).mapToObj((number) -> wanted + "-" + number))
			.flatMap((login) -> this.accounts.insert(login, identity.verifiedEmail(), identity.fullName(), role)
				.stream())
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("Too many accounts are called " + wanted));
		this.accounts.insertIdentity(identity, account.id());
		this.audit.record(AuditKind.ACCOUNT_CREATED, null, account.login(), WAY + ", " + role);
		return account;
	}

	/**
	 * Ends all sessions of a person, because the provider has ended theirs.
	 */
	@Transactional
	public void signOut(String issuer, String subject) {
		this.accounts.findAccountId(issuer, subject).ifPresent(this.sessions::endAll);
	}

}
