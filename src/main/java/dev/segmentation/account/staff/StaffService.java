package dev.segmentation.account.staff;

import java.util.Collection;
import java.util.List;

import dev.segmentation.account.link.PasswordResets;
import dev.segmentation.account.session.AccountSessions;
import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.filter.SavedFilterService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.shared.refusal.ForbiddenException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes accounts. One's own account cannot be demoted, disabled or deleted, and the
 * account that acts must be an enabled administrator when it has all locks. So one
 * administrator always remains.
 */
@Service
public class StaffService {

	private final StaffRepository accounts;

	private final AccountSessions sessions;

	private final PasswordResets links;

	private final SavedFilterService filters;

	private final AuditLog audit;

	StaffService(StaffRepository accounts, AccountSessions sessions, PasswordResets links, SavedFilterService filters,
			AuditLog audit) {
		this.accounts = accounts;
		this.sessions = sessions;
		this.links = links;
		this.filters = filters;
		this.audit = audit;
	}

	/**
	 * Changes the role of staff.
	 * @param role a role of staff
	 * @return the number of accounts that had another role
	 * @throws ConflictException when one of them is one's own account, or belongs to a
	 * user who signed up
	 */
	@Transactional
	public int changeRole(Collection<Long> ids, Role role, CurrentAccount by) {
		List<LockedAccount> changed = lockOthers(ids, by).stream().filter((account) -> account.role() != role).toList();
		if (role == Role.MEMBER || changed.stream().anyMatch((account) -> account.role() == Role.MEMBER)) {
			throw new ConflictException("accounts.refused.member", "members have no other role");
		}
		changed.forEach((account) -> {
			this.accounts.updateRole(account.id(), role);
			this.audit.record(AuditKind.ROLE_CHANGED, by, account.login(), account.role() + " to " + role);
		});
		this.links.revokeLinksMadeBy(ids(changed.stream().filter(LockedAccount::isAdministrator).toList()));
		return changed.size();
	}

	/**
	 * Disables accounts. All their sessions end.
	 * @return the number of accounts that were enabled
	 * @throws ConflictException when one of them is one's own account
	 */
	@Transactional
	public int disable(Collection<Long> ids, CurrentAccount by) {
		List<LockedAccount> disabled = lockOthers(ids, by).stream().filter(LockedAccount::enabled).toList();
		disabled.forEach((account) -> {
			this.accounts.updateEnabled(account.id(), false);
			this.sessions.endAll(account.id());
			this.audit.record(AuditKind.ACCOUNT_DISABLED, by, account.login(), null);
		});
		this.links.revokeLinksOf(ids(disabled));
		return disabled.size();
	}

	/**
	 * Enables an account again.
	 */
	@Transactional
	public void enable(long id, CurrentAccount by) {
		LockedAccount account = lock(id, by);
		if (!account.enabled()) {
			this.accounts.updateEnabled(id, true);
			this.audit.record(AuditKind.ACCOUNT_ENABLED, by, account.login(), null);
		}
	}

	/**
	 * Ends all sessions of an account.
	 */
	@Transactional
	public void signOut(long id, CurrentAccount by) {
		LockedAccount account = lock(id, by);
		this.sessions.endAll(id);
		this.audit.record(AuditKind.SESSIONS_ENDED, by, account.login(), null);
	}

	/**
	 * Deletes an account. Its login stays taken, and the history still names it.
	 * @throws ConflictException when it is one's own account
	 */
	@Transactional
	public void delete(long id, CurrentAccount by) {
		LockedAccount account = lockOthers(List.of(id), by).stream().findFirst().orElseThrow(AccountDetails::notFound);
		this.sessions.endAll(id);
		this.accounts.delete(id);
		this.links.revokeLinksOf(List.of(id));
		this.filters.deleteOf(id);
		this.audit.record(AuditKind.ACCOUNT_DELETED, by, account.login(), null);
	}

	private LockedAccount lock(long id, CurrentAccount by) {
		return lock(List.of(id), by).stream()
			.filter((account) -> account.id() == id)
			.findFirst()
			.orElseThrow(AccountDetails::notFound);
	}

	private List<LockedAccount> lockOthers(Collection<Long> ids, CurrentAccount by) {
		List<LockedAccount> locked = lock(ids, by);
		if (ids.contains(by.id())) {
			boolean last = locked.stream().filter(LockedAccount::isAdministrator).count() == 1;
			throw new ConflictException(last ? "accounts.refused.last" : "accounts.refused.own",
					"this is your own account");
		}
		return locked.stream().filter((account) -> ids.contains(account.id())).toList();
	}

	private List<LockedAccount> lock(Collection<Long> ids, CurrentAccount by) {
		List<LockedAccount> locked = this.accounts.lock(ids);
		if (locked.stream().noneMatch((account) -> account.id() == by.id() && account.isAdministrator())) {
			throw new ForbiddenException("forbidden", "forbidden");
		}
		return locked;
	}

	private static List<Long> ids(List<LockedAccount> accounts) {
		return accounts.stream().map(LockedAccount::id).toList();
	}

}
