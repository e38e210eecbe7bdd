package dev.segmentation.config.security.api;

import java.io.IOException;

import dev.segmentation.config.security.RequestLimits;
import dev.segmentation.shared.web.api.ApiErrorWriter;
import dev.segmentation.shared.web.api.RefusedCalls;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Answers unauthenticated (401), forbidden (403) and too many (429) API requests.
 */
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final ApiErrorWriter errors;

	private final RefusedCalls refusedCalls;

	ApiRefusals(ApiErrorWriter errors, RefusedCalls refusedCalls) {
		this.errors = errors;
		this.refusedCalls = refusedCalls;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		boolean badToken = ex instanceof OAuth2AuthenticationException;
		this.refusedCalls.count(badToken ? "token.invalid" : "token.missing");
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, badToken ? "Bearer error=\"invalid_token\"" : "Bearer");
		this.errors.write(request, response, HttpServletResponse.SC_UNAUTHORIZED,
				badToken ? "" + ex.getMessage() : "empty authorization header");
	}

	/**
	 * Calls with an invalid token count for their address, so guessing is limited too.
	 */
	AuthenticationEntryPoint limitedBy(RequestLimits limits) {
		return (request, response, failure) -> {
			if (limits.allow(request, response)) {
				commence(request, response, failure);
			}
			else {
				tooMany(request, response);
			}
		};
	}

	void tooMany(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.refusedCalls.count("limit");
		this.errors.write(request, response, HttpStatus.TOO_MANY_REQUESTS.value(), "too many requests");
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		this.refusedCalls.count("forbidden");
		this.errors.write(request, response, HttpServletResponse.SC_FORBIDDEN, "forbidden");
	}

}
