package dev.segmentation.account;

import java.util.Objects;

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

	private final AuditLog audit;

	private final TransactionOperations transactions;

	PasswordChanges(AccountRepository accounts, PasswordEncoder passwords, AuditLog audit,
			TransactionOperations transactions) {
		this.accounts = accounts;
		this.passwords = passwords;
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
	 * Changes a password that satisfies the rules. Hashing takes a noticeable time, so it
	 * comes before the transaction.
	 * @return false when the present password is wrong
	 */
	public boolean change(CurrentAccount account, NewPassword present, NewPassword next) {
		String before = this.accounts.findByLogin(account.login()).map(Credentials::passwordHash).orElse(null);
		if (before == null || !this.passwords.matches(present.text(), before)) {
			return false;
		}
		String hash = Objects.requireNonNull(this.passwords.encode(next.text()));
		return Boolean.TRUE.equals(this.transactions.execute((transaction) -> replace(account, before, hash)));
	}

	private boolean replace(CurrentAccount account, String before, String hash) {
		boolean changed = this.accounts.changePassword(account.id(), before, hash);
		if (changed) {
			this.audit.record(AuditKind.PASSWORD_CHANGED, account, account.login(), null);
		}
		return changed;
	}

}
