package dev.segmentation.shared.web.page;

import java.io.IOException;

import dev.segmentation.shared.RefusedException;
import dev.segmentation.shared.web.api.ApiError;
import dev.segmentation.shared.web.api.ApiFailures;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Hands what a page's controller could not do to the page of errors
 * ({@link ErrorPageController}).
 */
@Order(Ordered.LOWEST_PRECEDENCE)
@ControllerAdvice(annotations = PageController.class)
class PageExceptionHandler {

	@ExceptionHandler
	void refused(RefusedException ex, HttpServletResponse response) throws IOException {
		response.sendError(ex.status());
	}

	/** As of an address with letters in no known encoding. */
	@ExceptionHandler
	void unreadable(InvalidParameterException ex, HttpServletResponse response) throws IOException {
		response.sendError(HttpServletResponse.SC_BAD_REQUEST);
	}

	/** As an id that is no number: nothing is there. */
	@ExceptionHandler
	void mistyped(TypeMismatchException ex, HttpServletResponse response) throws IOException {
		response.sendError(HttpServletResponse.SC_NOT_FOUND);
	}

	/**
	 * What nobody expected. Once part of the page is out, only breaking the connection
	 * tells that the rest is missing.
	 */
	@ExceptionHandler
	void failed(Exception ex, HttpServletRequest request, HttpServletResponse response) throws Exception {
		if (ex instanceof AccessDeniedException || response.isCommitted()) {
			throw ex;
		}
		if (ex instanceof ErrorResponse known && !known.getStatusCode().is5xxServerError()) {
			response.sendError(known.getStatusCode().value());
			return;
		}
		ResponseEntity<ApiError> answer = ApiFailures.answer(ex);
		request.setAttribute(ErrorPageController.ANSWER, answer);
		response.sendError(answer.getStatusCode().value());
	}

}
