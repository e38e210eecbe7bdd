package dev.segmentation.shared.web.api;

import java.util.Map;
import java.util.TreeMap;

import dev.segmentation.shared.refusal.BusyException;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.shared.refusal.RefusedException;
import dev.segmentation.shared.refusal.UpstreamException;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Converts exceptions of the API's controllers to the answers of the API contract. It has
 * precedence over the advice of the pages, whose annotation would match these controllers
 * too.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
@RestControllerAdvice(annotations = RestController.class)
class ApiExceptionHandler {

	private static final String INVALID_INPUT = "invalid input";

	private final RefusedCalls refusedCalls;

	ApiExceptionHandler(RefusedCalls refusedCalls) {
		this.refusedCalls = refusedCalls;
	}

	/**
	 * Version 1 of the API answers 400, not 404, when the object of a request does not
	 * exist.
	 */
	@ExceptionHandler
	ResponseEntity<ApiError> refused(RefusedException ex) {
		this.refusedCalls.count(ex.key());
		int status = (ex instanceof NotFoundException) ? HttpStatus.BAD_REQUEST.value() : ex.status();
		return ResponseEntity.status(status).body(ApiError.of(ex.error()));
	}

	@ExceptionHandler
	ResponseEntity<ApiError> upstream(UpstreamException ex) {
		this.refusedCalls.count(ex.key());
		return ResponseEntity.status(ex.status()).body(new ApiError(ex.error(), null, null, null, ex.reason(), null));
	}

	@ExceptionHandler
	ResponseEntity<ApiError> busy(BusyException ex) {
		this.refusedCalls.count(ex.key());
		return ResponseEntity.status(ex.status())
			.header(HttpHeaders.RETRY_AFTER, "" + ex.retryAfterSeconds())
			.body(ApiError.of(ex.error()));
	}

	@ExceptionHandler
	ResponseEntity<ApiError> unreadable(HttpMessageNotReadableException ex) {
		this.refusedCalls.count("unreadable");
		return ResponseEntity.badRequest().body(ApiError.of(INVALID_INPUT));
	}

	@ExceptionHandler
	ResponseEntity<ApiError> invalid(MethodArgumentNotValidException ex) {
		this.refusedCalls.count("invalid");
		Map<String, String> fields = new TreeMap<>();
		ex.getFieldErrors()
			.forEach((error) -> fields.put(SnakeCase.of(error.getField()), "" + error.getDefaultMessage()));
		return ResponseEntity.badRequest().body(new ApiError(INVALID_INPUT, fields, null));
	}

	@ExceptionHandler
	ResponseEntity<ApiError> forbidden(AccessDeniedException ex) {
		this.refusedCalls.count("forbidden");
		return ResponseEntity.status(HttpStatus.FORBIDDEN).body(ApiError.of("forbidden"));
	}

	/**
	 * Unexpected errors. After a part of the answer was sent, the exception is rethrown
	 * and the server breaks the connection, so that an incomplete answer never looks
	 * complete.
	 */
	@ExceptionHandler
	ResponseEntity<ApiError> failed(Exception ex, HttpServletResponse response) throws Exception {
		if (response.isCommitted()) {
			throw ex;
		}
		String requestId = response.getHeader("X-Request-Id");
		response.reset();
		response.setHeader("X-Request-Id", requestId);
		return ApiFailures.answer(ex);
	}

}
