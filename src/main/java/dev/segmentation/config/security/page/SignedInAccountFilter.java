package dev.segmentation.config.security.page;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

import dev.segmentation.account.AccountDirectory;
import dev.segmentation.account.BrowserSession;
import dev.segmentation.account.SessionGeneration;
import dev.segmentation.account.TokenSubject;
import dev.segmentation.config.security.Authorities;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.layout.ReaderPreferencesStore;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the signed-in account again for every request, so that a changed role, a disabled
 * account or a forgotten browser takes effect at once. Reads its preferences too.
 */
class SignedInAccountFilter extends OncePerRequestFilter {

	private final AccountDirectory accounts;

	private final ReaderPreferencesStore preferences;

	SignedInAccountFilter(AccountDirectory accounts, ReaderPreferencesStore preferences) {
		this.accounts = accounts;
		this.preferences = preferences;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication != null && authentication.getPrincipal() instanceof CurrentAccount account) {
			MDC.put("account", account.login());
			SecurityContext now = now(account, request.getSession(false));
			SecurityContextHolder.setContext(now);
			if (now.getAuthentication() != null) {
				this.preferences.find(account).put(request);
			}
		}
		chain.doFilter(request, response);
	}

	private SecurityContext now(CurrentAccount signedIn, @Nullable HttpSession session) {
		UUID family = Optional.ofNullable(session)
			.map(BrowserSession::of)
			.filter(BrowserSession::remembered)
			.map(BrowserSession::id)
			.orElse(null);
		// A session that has just begun may be newer than the cached account.
		Optional<CurrentAccount> found = this.accounts.find(TokenSubject.of(signedIn), family)
			.filter((account) -> account.generation() <= SessionGeneration.of(session, signedIn));
		return found
			.map((account) -> new SecurityContextImpl(
					UsernamePasswordAuthenticationToken.authenticated(account, null, Authorities.of(account.role()))))
			.orElseGet(SecurityContextImpl::new);
	}

}
