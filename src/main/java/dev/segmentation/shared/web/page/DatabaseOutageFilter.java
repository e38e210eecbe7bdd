package dev.segmentation.shared.web.page;

import java.io.IOException;

import dev.segmentation.shared.DatabaseOutage;
import dev.segmentation.shared.web.api.ApiError;
import dev.segmentation.shared.web.api.ApiFailures;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers requests whose session cannot be read or saved, because the database is
 * unavailable or read-only.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class DatabaseOutageFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (RuntimeException ex) {
			if (response.isCommitted() || !DatabaseOutage.isCauseOf(ex)) {
				throw ex;
			}
			ResponseEntity<ApiError> answer = ApiFailures.answer(ex);
			request.setAttribute(ErrorPageController.ANSWER, answer);
			response.sendError(answer.getStatusCode().value());
		}
	}

}
