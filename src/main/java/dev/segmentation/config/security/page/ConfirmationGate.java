package dev.segmentation.config.security.page;

import java.io.IOException;
import java.util.stream.Stream;

import dev.segmentation.account.RecentSignIn;
import dev.segmentation.shared.web.page.PageRequests;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads a person who signed in a while ago to the page that asks for the password, before
 * the account gets another way to sign in.
 */
class ConfirmationGate extends OncePerRequestFilter {

	private static final String PAGE = "/account/confirm";

	private static final RequestMatcher GUARDED = guarded();

	private final RecentSignIn recent;

	ConfirmationGate(RecentSignIn recent) {
		this.recent = recent;
	}

	private static RequestMatcher guarded() {
		PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
		return new OrRequestMatcher(Stream
			.of("/account/passkeys", "/account/passkeys/options", "/account/app", "/account/app/confirm",
					"/account/recovery-codes")
			.<RequestMatcher>map((path) -> paths.matcher(HttpMethod.POST, path))
			.toList());
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !GUARDED.matches(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		if (session != null && this.recent.isRecent(session)) {
			chain.doFilter(request, response);
		}
		else if (PageRequests.wantsPage(request)) {
			response.sendRedirect(PAGE);
		}
		else {
			response.sendError(HttpStatus.FORBIDDEN.value());
		}
	}

}
