package dev.segmentation.config.security.api;

import java.io.IOException;

import dev.segmentation.config.security.route.RouteAccess;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Refuses calls of routes that the account may not use.
 */
class RouteFilter extends HttpFilter {

	private final RouteAccess access;

	private final ApiRefusals refusals;

	RouteFilter(RouteAccess access, ApiRefusals refusals) {
		this.access = access;
		this.refusals = refusals;
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication account = SecurityContextHolder.getContext().getAuthentication();
		AuthorizationResult result = this.access.authorize(() -> account, new RequestAuthorizationContext(request));
		if (result.isGranted()) {
			chain.doFilter(request, response);
		}
		else if (account == null) {
			this.refusals.commence(request, response, new InsufficientAuthenticationException("no token"));
		}
		else {
			this.refusals.handle(request, response, new AccessDeniedException("the role is too low"));
		}
	}

}
