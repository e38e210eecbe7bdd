package dev.segmentation.account.password;

import java.time.Duration;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.segmentation.account.session.AccountSessions;
import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.ShortMemory;
import dev.segmentation.shared.refusal.ForbiddenException;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accounts that must change their password, because somebody else may have read it: the
 * first administrator's was printed.
 */
@Service
public class DuePasswordChanges implements ShortMemory {

	private static final int MAX_CACHED = 10_000;

	private final DuePasswordRepository accounts;

	private final PasswordEncoder passwords;

	private final AccountSessions sessions;

	private final AuditLog audit;

	private final TransactionTemplate transaction;

	/** Accounts whose password is not due. This saves a query in most requests. */
	private final Cache<Long, Boolean> free = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofSeconds(1))
		.maximumSize(MAX_CACHED)
		.build();

	DuePasswordChanges(DuePasswordRepository accounts, PasswordEncoder passwords, AccountSessions sessions,
			AuditLog audit, PlatformTransactionManager transactions) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.sessions = sessions;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Whether an account must change its password before anything else.
	 */
	public boolean isDue(CurrentAccount account) {
		if (this.free.getIfPresent(account.id()) != null) {
			return false;
		}
		boolean due = this.accounts.isDue(account.id());
		if (!due) {
			this.free.put(account.id(), true);
		}
		return due;
	}

	/**
	 * Checks that an account may use the API.
	 * @throws ForbiddenException when it must change its password first
	 */
	public void requireNoneDue(CurrentAccount account) {
		if (isDue(account)) {
			throw new ForbiddenException("forbidden", "forbidden");
		}
	}

	/**
	 * Changes the password of an account that must do it, and ends all its sessions: the
	 * person who read the password may have one.
	 * @return whether the new password differs from the present one; otherwise nothing
	 * was changed
	 */
	public boolean change(CurrentAccount account, NewPassword password) {
		String present = this.accounts.findDueHash(account.id()).orElse(null);
		if (present != null && this.passwords.matches(password.text(), present)) {
			return false;
		}
		String hash = Objects.requireNonNull(this.passwords.encode(password.text()));
		this.transaction.executeWithoutResult((status) -> {
			if (this.accounts.replaceDue(account.id(), hash)) {
				this.sessions.endAll(account.id());
				this.audit.record(AuditKind.PASSWORD_CHANGED, account, account.login(), null);
			}
		});
		return true;
	}

	@Override
	public void forget() {
		this.free.invalidateAll();
	}

}
