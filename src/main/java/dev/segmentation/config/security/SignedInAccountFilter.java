package dev.segmentation.config.security;

import java.io.IOException;
import java.util.Optional;

import dev.segmentation.account.AccountDirectory;
import dev.segmentation.account.TokenSubject;
import dev.segmentation.shared.CurrentAccount;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the signed-in account again for every request, so that a changed role or a
 * disabled account takes effect at once.
 */
class SignedInAccountFilter extends OncePerRequestFilter {

	private final AccountDirectory accounts;

	SignedInAccountFilter(AccountDirectory accounts) {
		this.accounts = accounts;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication != null && authentication.getPrincipal() instanceof CurrentAccount account) {
			MDC.put("account", account.login());
			SecurityContextHolder.setContext(now(account));
		}
		chain.doFilter(request, response);
	}

	private SecurityContext now(CurrentAccount signedIn) {
		Optional<CurrentAccount> found = this.accounts.find(TokenSubject.of(signedIn));
		return found
			.map((account) -> new SecurityContextImpl(
					UsernamePasswordAuthenticationToken.authenticated(account, null, Authorities.of(account.role()))))
			.orElseGet(SecurityContextImpl::new);
	}

}
