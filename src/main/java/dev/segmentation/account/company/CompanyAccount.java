package dev.segmentation.account.company;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;

/**
 * The account of a person of the company.
 */
record CompanyAccount(long id, String login, Role role, boolean enabled, int generation) {

	CurrentAccount withRole(Role current) {
		return new CurrentAccount(this.id, this.login, current, null, this.generation);
	}

}
