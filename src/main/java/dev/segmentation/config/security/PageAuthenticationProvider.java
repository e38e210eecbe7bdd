package dev.segmentation.config.security;

import dev.segmentation.account.AccountService;
import dev.segmentation.account.IncorrectCredentialsException;
import dev.segmentation.account.company.PasswordSignIn;
import dev.segmentation.shared.BusyException;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.ForbiddenException;
import dev.segmentation.shared.Role;

import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Signs staff in to the pages. Signed-up users cannot use the pages; they get the same
 * error as for a wrong password.
 */
@Component
class PageAuthenticationProvider implements AuthenticationProvider {

	private final AccountService accounts;

	private final PasswordSignIn passwords;

	PageAuthenticationProvider(AccountService accounts, PasswordSignIn passwords) {
		this.accounts = accounts;
		this.passwords = passwords;
	}

	@Override
	public Authentication authenticate(Authentication claim) {
		CurrentAccount account = signIn(claim.getName(), "" + claim.getCredentials());
		if (!account.may(Role.VIEWER)) {
			throw new BadCredentialsException("no staff");
		}
		requirePassword(account);
		return UsernamePasswordAuthenticationToken.authenticated(account, null, Authorities.of(account.role()));
	}

	private void requirePassword(CurrentAccount account) {
		try {
			this.passwords.require(account);
		}
		catch (ForbiddenException ex) {
			throw new AuthenticationServiceException(ex.error(), ex);
		}
	}

	private CurrentAccount signIn(String login, String password) {
		try {
			return this.accounts.signIn(login, password);
		}
		catch (IncorrectCredentialsException ex) {
			throw new BadCredentialsException(ex.error(), ex);
		}
		catch (BusyException ex) {
			throw new AuthenticationServiceException(ex.error(), ex);
		}
		catch (DataAccessException ex) {
			throw new AuthenticationServiceException("The accounts cannot be read", ex);
		}
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return authentication == UsernamePasswordAuthenticationToken.class;
	}

}
