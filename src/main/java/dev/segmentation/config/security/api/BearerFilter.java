package dev.segmentation.config.security.api;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Finds the account of a call by its token, and refuses invalid tokens. A call without a
 * token has no account.
 */
class BearerFilter extends HttpFilter {

	private final BearerHeaderResolver header = new BearerHeaderResolver();

	private final BearerAuthentication tokens;

	private final AuthenticationEntryPoint refusals;

	BearerFilter(BearerAuthentication tokens, AuthenticationEntryPoint refusals) {
		this.tokens = tokens;
		this.refusals = refusals;
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			String token = this.header.resolve(request);
			if (token != null) {
				SecurityContextHolder
					.setContext(new SecurityContextImpl(this.tokens.authenticate(token, request.getRemoteAddr())));
			}
		}
		catch (AuthenticationException ex) {
			this.refusals.commence(request, response, ex);
			return;
		}
		chain.doFilter(request, response);
	}

}
