package dev.segmentation.shared.web.api;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Answers the calls that {@link ApiHandlerMapping} does not know. The page of errors
 * would give the same answer, but passes the filters and the model of pages.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class UnknownRoutes implements HandlerMapping, HttpRequestHandler {

	private final ApiErrorWriter errors;

	UnknownRoutes(ApiErrorWriter errors) {
		this.errors = errors;
	}

	@Override
	public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
		return request.getRequestURI().startsWith(ApiHandlerMapping.PATHS) ? new HandlerExecutionChain(this) : null;
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.errors.write(request, response, HttpStatus.NOT_FOUND.value(), "not found");
	}

}
