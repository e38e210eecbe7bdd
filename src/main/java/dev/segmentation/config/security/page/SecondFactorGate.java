package dev.segmentation.config.security.page;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

import dev.segmentation.account.factor.SecondFactors;
import dev.segmentation.config.security.CompanySession;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.page.PageRequests;
import dev.segmentation.shared.web.page.error.KeptForm;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads an account whose role must have a second factor to the page that sets one up.
 * Until then, the account can do nothing else. An editor can send a form again after
 * that. Unknown addresses are answered with 404. A company's provider asks for its own
 * second factor.
 */
class SecondFactorGate extends OncePerRequestFilter {

	private static final String SETUP = "/account/passkeys";

	/** A password that must be changed comes first. */
	private static final RequestMatcher ALLOWED = allowed();

	private final SecondFactors factors;

	private final RequestMatcher nowhere;

	SecondFactorGate(SecondFactors factors, RequestMatcher nowhere) {
		this.factors = factors;
		this.nowhere = nowhere;
	}

	private static RequestMatcher allowed() {
		PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
		return new OrRequestMatcher(Stream
			.of(SETUP + "/**", "/account/app/**", "/account/recovery-codes", "/account/confirm", "/account/password/**",
					"/password", "/account-link/**", "/login/**", "/logout", "/preferences")
			.<RequestMatcher>map(paths::matcher)
			.toList());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (CompanySession.of(request).isPresent() || authentication == null
				|| !(authentication.getPrincipal() instanceof CurrentAccount account)
				|| !this.factors.isMissing(account) || ALLOWED.matches(request) || this.nowhere.matches(request)) {
			chain.doFilter(request, response);
		}
		else if (PageRequests.wantsPage(request)) {
			Optional<KeptForm> form = account.may(Role.EDITOR) ? KeptForm.of(request) : Optional.empty();
			lead(form.orElse(null), request, response);
		}
		else {
			response.sendError(HttpStatus.FORBIDDEN.value());
		}
	}

	private static void lead(@Nullable KeptForm form, HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		if (form != null) {
			request.setAttribute("factorMissing", true);
			SendAgain.ask(form, request, response);
		}
		else if (PageRequests.isHtmx(request)) {
			response.setHeader("HX-Redirect", SETUP);
		}
		else {
			response.sendRedirect(SETUP);
		}
	}

}
