package dev.segmentation.config.security.company;

import java.util.Objects;

import dev.segmentation.account.company.CompanyAccounts;
import dev.segmentation.account.company.CompanyIdentity;
import dev.segmentation.account.company.CompanyRefusedException;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Finds or creates the account of a person whose ID token is valid.
 */
class CompanyUserService implements OAuth2UserService<OidcUserRequest, OidcUser> {

	private final OidcUserService users;

	private final CompanyAccounts accounts;

	CompanyUserService(OidcUserService users, CompanyAccounts accounts) {
		this.users = users;
		this.accounts = accounts;
	}

	@Override
	public OidcUser loadUser(OidcUserRequest request) {
		OidcUser user = this.users.loadUser(request);
		CompanyIdentity identity = new CompanyIdentity(Objects.requireNonNull(user.getIssuer()).toString(),
				Objects.requireNonNull(user.getSubject()), user.getClaims());
		try {
			return new CompanyUser(user, this.accounts.signIn(identity));
		}
		catch (CompanyRefusedException ex) {
			throw new OAuth2AuthenticationException(new OAuth2Error(ex.reason().name()), ex);
		}
	}

}
