package dev.segmentation.config.security.company;

import dev.segmentation.config.security.Authorities;
import dev.segmentation.shared.CurrentAccount;

import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * A person whom the provider has identified, with their account.
 */
class CompanyUser extends DefaultOidcUser {

	private final CurrentAccount account;

	CompanyUser(OidcUser user, CurrentAccount account) {
		super(Authorities.of(account.role()), user.getIdToken(), user.getUserInfo());
		this.account = account;
	}

	CurrentAccount account() {
		return this.account;
	}

}
