package dev.segmentation.shared.web.page.error;

import java.io.IOException;

import dev.segmentation.shared.refusal.BusyException;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.shared.refusal.RefusedException;
import dev.segmentation.shared.refusal.RestrictedSegmentException;
import dev.segmentation.shared.web.page.PageController;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Forwards the exceptions of page controllers to {@link ErrorPageController}.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
@ControllerAdvice(annotations = PageController.class)
class PageExceptionHandler {

	@ExceptionHandler
	void refused(RefusedException ex, HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (ex instanceof NotFoundException && HttpMethod.POST.matches(request.getMethod())) {
			request.setAttribute(ErrorText.KEY, "error.gone");
		}
		if (ex instanceof RestrictedSegmentException) {
			request.setAttribute(ErrorText.KEY, "error.restricted");
		}
		if (ex instanceof BusyException busy) {
			response.setIntHeader(HttpHeaders.RETRY_AFTER, busy.retryAfterSeconds());
			if (ex.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
				request.setAttribute(ErrorText.KEY, "error.busy");
			}
		}
		response.sendError(ex.status());
	}

	/** For example an address with an invalid encoding. */
	@ExceptionHandler
	void unreadable(InvalidParameterException ex, HttpServletResponse response) throws IOException {
		response.sendError(HttpServletResponse.SC_BAD_REQUEST);
	}

	/** For example an id that is not a number. Nothing exists at this address. */
	@ExceptionHandler
	void mistyped(TypeMismatchException ex, HttpServletResponse response) throws IOException {
		response.sendError(HttpServletResponse.SC_NOT_FOUND);
	}

	/**
	 * Unexpected errors. After a part of the page was sent, the server breaks the
	 * connection, so that the browser notices that the rest is missing.
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
		ErrorPageController.send(ex, request, response);
	}

}
