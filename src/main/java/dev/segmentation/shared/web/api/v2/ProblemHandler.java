package dev.segmentation.shared.web.api.v2;

import java.util.List;
import java.util.Locale;

import dev.segmentation.shared.InvalidReferenceException;
import dev.segmentation.shared.refusal.BusyException;
import dev.segmentation.shared.refusal.RefusedException;
import dev.segmentation.shared.web.api.ApiError;
import dev.segmentation.shared.web.api.ApiFailures;
import dev.segmentation.shared.web.api.RefusedCalls;
import dev.segmentation.shared.web.api.SnakeCase;
import dev.segmentation.shared.web.api.v2.Problem.Item;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Converts exceptions of the controllers of version 2 to problems. It comes before the
 * advice of version 1, whose annotation would match these controllers too.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(annotations = Version2.class)
class ProblemHandler {

	private final RefusedCalls refusedCalls;

	ProblemHandler(RefusedCalls refusedCalls) {
		this.refusedCalls = refusedCalls;
	}

	@ExceptionHandler
	ResponseEntity<Problem> problem(ProblemException ex) {
		this.refusedCalls.count(ex.code().text());
		return ex.problem().answer(HttpHeaders.EMPTY);
	}

	@ExceptionHandler
	ResponseEntity<Problem> refused(RefusedException ex) {
		this.refusedCalls.count(ex.key());
		ProblemCode code = ProblemCode.of(ex);
		HttpHeaders headers = new HttpHeaders();
		if (ex instanceof BusyException busy) {
			headers.set(HttpHeaders.RETRY_AFTER, "" + busy.retryAfterSeconds());
		}
		String detail = (code == ProblemCode.INVALID) ? sentence(ex.error()) : code.detail();
		return Problem.of(code, detail, List.of()).answer(headers);
	}

	private static String sentence(String error) {
		return error.substring(0, 1).toUpperCase(Locale.ROOT) + error.substring(1) + ".";
	}

	/** A part of the path, for example a reference. */
	@ExceptionHandler
	ResponseEntity<Problem> mismatched(MethodArgumentTypeMismatchException ex) {
		this.refusedCalls.count("unreadable");
		String reason = (ex.getMostSpecificCause() instanceof InvalidReferenceException reference)
				? "" + reference.getMessage() : ProblemCode.INVALID_TYPE.detail();
		return Problem.of(ProblemCode.UNREADABLE, "%s: %s".formatted(ex.getName(), reason), List.of())
			.answer(HttpHeaders.EMPTY);
	}

	/** Parameters. */
	@ExceptionHandler
	ResponseEntity<Problem> invalid(BindException ex) {
		this.refusedCalls.count("invalid");
		return ProblemException.invalid(ex.getFieldErrors().stream().map(ProblemHandler::parameter).toList())
			.problem()
			.answer(HttpHeaders.EMPTY);
	}

	private static Item parameter(FieldError error) {
		String pointer = "?" + SnakeCase.of(error.getField());
		return error.isBindingFailure() ? Item.of(pointer, ProblemCode.INVALID_TYPE)
				: Item.of(pointer, ProblemCode.INVALID_VALUE, "The value " + error.getDefaultMessage() + ".");
	}

	@ExceptionHandler
	ResponseEntity<Problem> forbidden(AccessDeniedException ex) {
		this.refusedCalls.count("forbidden");
		return Problem.of(ProblemCode.FORBIDDEN, ProblemCode.FORBIDDEN.detail(), List.of()).answer(HttpHeaders.EMPTY);
	}

	/** As in version 1, an answer that is under way is broken off. */
	@ExceptionHandler
	ResponseEntity<Problem> failed(Exception ex, HttpServletResponse response) throws Exception {
		if (response.isCommitted()) {
			throw ex;
		}
		ResponseEntity<ApiError> answer = ApiFailures.answer(ex);
		ApiError error = (answer.getBody() != null) ? answer.getBody() : ApiError.of(answer.getStatusCode());
		return Problem.of(answer.getStatusCode().value(), error).answer(answer.getHeaders());
	}

}
