package dev.segmentation.config.security.signin;

import dev.segmentation.account.AccountService;
import dev.segmentation.account.company.LocalSignIn;
import dev.segmentation.config.security.Authorities;
import dev.segmentation.config.security.PendingSignIn;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.refusal.ForbiddenException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Signs an account in by a posted form that is not the one with login and password.
 */
class FactorSignInFilter extends AbstractAuthenticationProcessingFilter {

	private final Step step;

	private final AccountService accounts;

	private final LocalSignIn local;

	FactorSignInFilter(String path, Step step, AccountService accounts, LocalSignIn local) {
		super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path));
		this.step = step;
		this.accounts = accounts;
		this.local = local;
	}

	@Override
	public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
		try {
			CurrentAccount account = this.step.signIn(request, response);
			this.local.require(account);
			this.accounts.recordSignIn(account);
			PendingSignIn.forget(request);
			return UsernamePasswordAuthenticationToken.authenticated(account, null, Authorities.of(account.role()));
		}
		catch (ForbiddenException ex) {
			throw new AuthenticationServiceException(ex.error(), ex);
		}
		catch (DataAccessException ex) {
			throw new AuthenticationServiceException("The account cannot be read", ex);
		}
	}

	/** Finds the account that a form signs in. */
	@FunctionalInterface
	interface Step {

		/**
		 * Returns the account, all of whose factors are checked.
		 * @throws org.springframework.security.core.AuthenticationException when the form
		 * signs nobody in
		 */
		CurrentAccount signIn(HttpServletRequest request, HttpServletResponse response);

	}

}
