package dev.segmentation.account.company;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.refusal.ForbiddenException;

import org.springframework.stereotype.Component;

/**
 * Decides which accounts may sign in here, with a password or a passkey, and not at their
 * company's provider.
 */
@Component
public class LocalSignIn {

	private final CompanyProperties properties;

	private final CompanyAccountRepository accounts;

	LocalSignIn(CompanyProperties properties, CompanyAccountRepository accounts) {
		this.properties = properties;
		this.accounts = accounts;
	}

	/**
	 * Whether staff may sign in here.
	 */
	public boolean isOpen() {
		return this.properties.passwordSignIn();
	}

	/**
	 * Checks an account whose password or passkey is right. A person of the company must
	 * use its sign-on, so that the company can lock them out. Users who signed up have no
	 * company.
	 * @throws ForbiddenException when the account must use the company's sign-on
	 */
	public void require(CurrentAccount account) {
		if (account.may(Role.VIEWER)
				&& (this.accounts.isOfCompany(account.id()) || !isOpen() && !isBreakGlass(account))) {
			throw new ForbiddenException("sign-in.company", "forbidden");
		}
	}

	private boolean isBreakGlass(CurrentAccount account) {
		return account.may(Role.ADMIN) && account.login().equalsIgnoreCase(this.properties.breakGlass());
	}

}
