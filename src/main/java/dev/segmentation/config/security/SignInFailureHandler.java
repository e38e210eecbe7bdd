package dev.segmentation.config.security;

import java.io.IOException;

import dev.segmentation.shared.BusyException;
import dev.segmentation.shared.ForbiddenException;
import dev.segmentation.shared.FullDisk;
import dev.segmentation.shared.web.api.ApiError;
import dev.segmentation.shared.web.api.ApiFailures;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Shows the sign-in page again, with the entered login.
 */
class SignInFailureHandler implements AuthenticationFailureHandler {

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException ex) throws IOException, ServletException {
		if (ex instanceof BadCredentialsException) {
			explain(request, response, HttpStatus.UNPROCESSABLE_CONTENT.value(), "login.wrong");
		}
		else if (ex.getCause() instanceof ForbiddenException) {
			explain(request, response, HttpStatus.UNPROCESSABLE_CONTENT.value(), "login.company.only");
		}
		else if (ex.getCause() instanceof BusyException busy) {
			response.setIntHeader(HttpHeaders.RETRY_AFTER, busy.retryAfterSeconds());
			explain(request, response, busy.status(), busy.key(), busy.arguments());
		}
		else {
			ResponseEntity<ApiError> answer = ApiFailures.answer(ex);
			answer.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
			explain(request, response, answer.getStatusCode().value(),
					FullDisk.isCauseOf(ex) ? "login.disk_full" : "login.unavailable");
		}
	}

	private static void explain(HttpServletRequest request, HttpServletResponse response, int status, String message,
			Object... arguments) throws IOException, ServletException {
		response.setStatus(status);
		request.setAttribute("failure", message);
		request.setAttribute("failureArguments", arguments);
		request.getRequestDispatcher("/login/failed").forward(request, response);
	}

}
