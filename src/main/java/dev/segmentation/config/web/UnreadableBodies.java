package dev.segmentation.config.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers bodies that Tomcat cannot read with 400 or 413: their encoding or their chunks
 * are invalid, or they have too many fields or bytes. Tomcat throws the exception when
 * the body is read for the first time. Filters read it, too, so no controller can handle
 * it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableBodies extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (InvalidParameterException ex) {
			refuse(request, response, ex.getErrorCode());
		}
		catch (BadRequestException ex) {
			refuse(request, response, HttpServletResponse.SC_BAD_REQUEST);
		}
	}

	/**
	 * For broken chunks, Tomcat has set the status already, and kept the exception, which
	 * it would answer with 500.
	 */
	private static void refuse(HttpServletRequest request, HttpServletResponse response, int status)
			throws IOException {
		request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
		if (!response.isCommitted()) {
			response.sendError(status);
		}
	}

}
