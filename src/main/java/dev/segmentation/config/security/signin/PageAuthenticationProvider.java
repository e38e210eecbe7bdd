package dev.segmentation.config.security.signin;

import dev.segmentation.account.AccountService;
import dev.segmentation.account.IncorrectCredentialsException;
import dev.segmentation.account.company.LocalSignIn;
import dev.segmentation.account.factor.FactorState;
import dev.segmentation.account.factor.SecondFactors;
import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.config.security.Authorities;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.refusal.BusyException;
import dev.segmentation.shared.refusal.ForbiddenException;

import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Signs staff in to the pages. Signed-up users cannot use the pages; they are told so
 * after the right password.
 */
@Component
class PageAuthenticationProvider implements AuthenticationProvider {

	private final AccountService accounts;

	private final SecondFactors factors;

	private final LocalSignIn local;

	private final AuditLog audit;

	PageAuthenticationProvider(AccountService accounts, SecondFactors factors, LocalSignIn local, AuditLog audit) {
		this.accounts = accounts;
		this.factors = factors;
		this.local = local;
		this.audit = audit;
	}

	@Override
	public Authentication authenticate(Authentication claim) {
		CurrentAccount account = signIn(claim.getName(), "" + claim.getCredentials());
		if (!account.may(Role.VIEWER)) {
			this.accounts.recordRefusal(account.login(), "password, no access to pages");
			throw new InsufficientAuthenticationException("no staff");
		}
		return UsernamePasswordAuthenticationToken.authenticated(account, null, Authorities.of(account.role()));
	}

	private CurrentAccount signIn(String login, String password) {
		try {
			CurrentAccount account = this.accounts.checkPassword(login, password);
			if (account.may(Role.VIEWER)) {
				this.local.require(account);
				requireNoFurtherFactor(account);
				this.accounts.recordSignIn(account);
			}
			return account;
		}
		catch (IncorrectCredentialsException ex) {
			throw new BadCredentialsException(ex.error(), ex);
		}
		catch (BusyException | ForbiddenException ex) {
			throw new AuthenticationServiceException(ex.error(), ex);
		}
		catch (DataAccessException ex) {
			throw new AuthenticationServiceException("The accounts cannot be read", ex);
		}
	}

	private void requireNoFurtherFactor(CurrentAccount account) {
		FactorState state = this.factors.state(account.id());
		if (state.isSetUp()) {
			this.audit.record(AuditKind.SECOND_STEP_ASKED, null, account.login(), "password");
			throw new SecondFactorRequiredException(account, state);
		}
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return authentication == UsernamePasswordAuthenticationToken.class;
	}

}
