package dev.segmentation.shared.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers what never reached a controller: unknown routes, wrong methods, requests that
 * the firewall refuses, failures of filters.
 */
@Hidden
@RestController
class ErrorRestController implements ErrorController {

	@RequestMapping("${spring.web.error.path:/error}")
	ResponseEntity<ApiError> error(HttpServletRequest request) {
		if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
			return json(ApiFailures.answer((failure.getCause() != null) ? failure.getCause() : failure));
		}
		HttpStatus status = status(request);
		return json(ResponseEntity.status(status).body(ApiError.of(status)));
	}

	/**
	 * Names the type, which otherwise an Accept header of something else would turn into
	 * 406 without a body.
	 */
	private static ResponseEntity<ApiError> json(ResponseEntity<ApiError> answer) {
		return ResponseEntity.status(answer.getStatusCode())
			.contentType(MediaType.APPLICATION_JSON)
			.body(answer.getBody());
	}

	private static HttpStatus status(HttpServletRequest request) {
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus status = (code instanceof Integer number) ? HttpStatus.resolve(number) : null;
		return (status != null) ? status : HttpStatus.NOT_FOUND;
	}

}
