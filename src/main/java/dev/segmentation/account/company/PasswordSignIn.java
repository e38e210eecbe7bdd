package dev.segmentation.account.company;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.ForbiddenException;
import dev.segmentation.shared.Role;

import org.springframework.stereotype.Component;

/**
 * Decides which accounts may sign in with a password.
 */
@Component
public class PasswordSignIn {

	private final CompanyProperties properties;

	PasswordSignIn(CompanyProperties properties) {
		this.properties = properties;
	}

	/**
	 * Whether staff may use passwords.
	 */
	public boolean isOpen() {
		return this.properties.passwordSignIn();
	}

	/**
	 * Checks an account whose password is right. Users who signed up have no company.
	 * @throws ForbiddenException when the account must use the company's sign-on
	 */
	public void require(CurrentAccount account) {
		if (!isOpen() && account.may(Role.VIEWER) && !isBreakGlass(account)) {
			throw new ForbiddenException("sign-in.company", "forbidden");
		}
	}

	private boolean isBreakGlass(CurrentAccount account) {
		return account.may(Role.ADMIN) && account.login().equalsIgnoreCase(this.properties.breakGlass());
	}

}
