package dev.segmentation.config.security.company;

import dev.segmentation.account.company.CompanyAccounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/**
 * Ends all sessions of a person whom the provider has signed out, on all instances.
 * Spring has checked the logout token.
 */
class CompanyBackChannelLogout implements LogoutHandler {

	private final CompanyAccounts accounts;

	CompanyBackChannelLogout(CompanyAccounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		if (authentication != null && authentication.getPrincipal() instanceof OidcLogoutToken token
				&& token.getSubject() != null) {
			this.accounts.signOut(token.getIssuer().toString(), token.getSubject());
		}
	}

}
