package dev.segmentation.config.security.signin;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions that reached the longest time, and signs remembered browsers in again.
 * Comes before the filters that read forms, so that nobody has to send a long list twice.
 */
public class ContinuedSessions extends OncePerRequestFilter {

	private final PageSignIns signIns;

	public ContinuedSessions(PageSignIns signIns) {
		this.signIns = signIns;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		if (session != null && this.signIns.isOver(session)) {
			session.invalidate();
		}
		if (SecurityContextHolder.getContext().getAuthentication() == null) {
			RememberCookie.read(request).ifPresent((token) -> this.signIns.resume(token, request, response));
		}
		chain.doFilter(request, response);
	}

}
