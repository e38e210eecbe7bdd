package dev.segmentation.config.security.api;

import java.io.IOException;

import dev.segmentation.shared.web.api.ApiErrorWriter;
import dev.segmentation.shared.web.api.ApiFailures;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Answers exceptions of later filters, for example when the database is unavailable while
 * a filter looks up a token's account.
 */
class ApiFailureFilter extends HttpFilter {

	private final ApiErrorWriter errors;

	ApiFailureFilter(ApiErrorWriter errors) {
		this.errors = errors;
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (RuntimeException ex) {
			if (response.isCommitted()) {
				throw ex;
			}
			this.errors.write(request, response, ApiFailures.answer(ex));
		}
	}

}
