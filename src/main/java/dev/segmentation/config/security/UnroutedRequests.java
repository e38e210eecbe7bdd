package dev.segmentation.config.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Matches requests that no controller handles. They get 404 or 405, with or without a
 * token.
 */
@Component
class UnroutedRequests implements RequestMatcher {

	private final ObjectProvider<RequestMappingHandlerMapping> controllers;

	UnroutedRequests(
			@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> controllers) {
		this.controllers = controllers;
	}

	@Override
	public boolean matches(HttpServletRequest request) {
		if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
			ServletRequestPathUtils.parseAndCache(request);
		}
		try {
			return this.controllers.getObject().getHandler(request) == null;
		}
		catch (HttpRequestMethodNotSupportedException ex) {
			return true;
		}
		catch (ServletException ex) {
			return false;
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException("The route cannot be determined", ex);
		}
	}

}
