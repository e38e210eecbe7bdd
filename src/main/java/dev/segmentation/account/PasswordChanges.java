package dev.segmentation.account;

import java.util.Objects;

import dev.segmentation.account.attempt.SignInAttempts;
import dev.segmentation.account.password.NewPassword;
import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.shared.CurrentAccount;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes the password of the own account.
 */
@Service
public class PasswordChanges {

	private final AccountRepository accounts;

	private final PasswordEncoder passwords;

	private final SignInAttempts attempts;

	private final AuditLog audit;

	private final TransactionOperations transactions;

	PasswordChanges(AccountRepository accounts, PasswordEncoder passwords, SignInAttempts attempts, AuditLog audit,
			TransactionOperations transactions) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.attempts = attempts;
		this.audit = audit;
		this.transactions = transactions;
	}

	/**
	 * Whether an account has a password. Others sign in without one.
	 */
	public boolean hasPassword(CurrentAccount account) {
		return this.accounts.findByLogin(account.login()).map(Credentials::passwordHash).isPresent();
	}

	/**
	 * Whether a password is that of the account.
	 * @throws dev.segmentation.shared.refusal.BusyException after too many wrong
	 * passwords
	 */
	public boolean isPresent(CurrentAccount account, NewPassword password) {
		return this.accounts.findByLogin(account.login())
			.map(Credentials::passwordHash)
			.filter((hash) -> isPresent(account, password, hash))
			.isPresent();
	}

	/**
	 * Changes a password that satisfies the rules. Hashing takes a noticeable time, so it
	 * comes before the transaction.
	 * @return false when the present password is wrong
	 */
	public boolean change(CurrentAccount account, NewPassword present, NewPassword next) {
		String before = this.accounts.findByLogin(account.login()).map(Credentials::passwordHash).orElse(null);
		if (before == null || !isPresent(account, present, before)) {
			return false;
		}
		String hash = Objects.requireNonNull(this.passwords.encode(next.text()));
		return Boolean.TRUE.equals(this.transactions.execute((transaction) -> replace(account, before, hash)));
	}

	/** Limited like a sign-in: a person may have left the browser open. */
	private boolean isPresent(CurrentAccount account, NewPassword present, String hash) {
		try {
			return this.attempts.attempt(account.login(), () -> require(present, hash));
		}
		catch (IncorrectCredentialsException ex) {
			return false;
		}
	}

	private boolean require(NewPassword present, String hash) {
		if (!this.passwords.matches(present.text(), hash)) {
			throw new IncorrectCredentialsException();
		}
		return true;
	}

	private boolean replace(CurrentAccount account, String before, String hash) {
		boolean changed = this.accounts.changePassword(account.id(), before, hash);
		if (changed) {
			this.audit.record(AuditKind.PASSWORD_CHANGED, account, account.login(), null);
		}
		return changed;
	}

}
