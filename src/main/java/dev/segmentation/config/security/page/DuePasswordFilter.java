package dev.segmentation.config.security.page;

import java.io.IOException;

import dev.segmentation.account.password.DuePasswordChanges;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.PageRequests;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads an account that must change its password to the page for that. Programs get 403.
 */
class DuePasswordFilter extends OncePerRequestFilter {

	private static final String PAGE = "/password";

	private static final RequestMatcher OPEN = new OrRequestMatcher(path(PAGE), path("/preferences"), path("/login/**"),
			path("/account-link/**"));

	private final DuePasswordChanges passwords;

	DuePasswordFilter(DuePasswordChanges passwords) {
		this.passwords = passwords;
	}

	private static RequestMatcher path(String pattern) {
		return PathPatternRequestMatcher.withDefaults().matcher(pattern);
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return OPEN.matches(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null || !(authentication.getPrincipal() instanceof CurrentAccount account)
				|| !this.passwords.isDue(account)) {
			chain.doFilter(request, response);
		}
		else if (!PageRequests.wantsPage(request)) {
			response.sendError(HttpStatus.FORBIDDEN.value());
		}
		else if (PageRequests.isHtmx(request)) {
			response.setHeader("HX-Redirect", PAGE);
		}
		else {
			response.sendRedirect(PAGE);
		}
	}

}
