package dev.segmentation.config.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers forms that Tomcat cannot read with 400 or 413: their encoding is invalid, or
 * they have too many fields or bytes. Tomcat throws the exception when a parameter is
 * read for the first time. Filters read parameters, too, so no controller can handle it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableForms extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (InvalidParameterException ex) {
			response.sendError(ex.getErrorCode());
		}
	}

}
