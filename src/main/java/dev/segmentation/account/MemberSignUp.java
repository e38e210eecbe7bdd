package dev.segmentation.account;

import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds the accounts of users who sign up through the API, and records them.
 */
@Component
class MemberSignUp {

	private final AccountRepository accounts;

	private final AuditLog audit;

	MemberSignUp(AccountRepository accounts, AuditLog audit) {
		this.accounts = accounts;
		this.audit = audit;
	}

	/**
	 * Adds a user and an account.
	 * @return the user's id
	 */
	@Transactional
	public long insert(SignUp command, String passwordHash) {
		long userId = this.accounts.insertMember(command.login(), command.email(), passwordHash);
		this.audit.record(AuditKind.ACCOUNT_CREATED, null, command.login(), "sign-up");
		return userId;
	}

}
