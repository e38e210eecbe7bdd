package dev.segmentation.config.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests of a client that sends too many. It follows the authentication, which
 * names the client, and comes before all work.
 */
public class RequestLimitFilter extends OncePerRequestFilter {

	private final RequestLimits limits;

	private final RequestLimits.Refusal refusal;

	public RequestLimitFilter(RequestLimits limits, RequestLimits.Refusal refusal) {
		this.limits = limits;
		this.refusal = refusal;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (this.limits.allow(request, response)) {
			chain.doFilter(request, response);
		}
		else {
			this.refusal.answer(request, response);
		}
	}

}
