package dev.segmentation.config.security.signin;

import java.io.IOException;
import java.time.Instant;

import dev.segmentation.config.security.PendingSignIn;
import dev.segmentation.shared.database.FullDisk;
import dev.segmentation.shared.refusal.BusyException;
import dev.segmentation.shared.refusal.ForbiddenException;
import dev.segmentation.shared.web.api.ApiError;
import dev.segmentation.shared.web.api.ApiFailures;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Shows the page of a step of the sign-in again, with what was entered. After a correct
 * password, it shows the page of the second step if the account needs one.
 */
public class SignInFailureHandler implements AuthenticationFailureHandler {

	private static final String PASSWORD_PAGE = "/login/failed";

	private static final String CODE_PAGE = "/login/code/enter";

	private final String page;

	/** The message for a wrong password, code or passkey. */
	private final String wrong;

	private SignInFailureHandler(String page, String wrong) {
		this.page = page;
		this.wrong = wrong;
	}

	public static SignInFailureHandler ofPassword() {
		return new SignInFailureHandler(PASSWORD_PAGE, "login.wrong");
	}

	static SignInFailureHandler ofPasskey() {
		return new SignInFailureHandler(PASSWORD_PAGE, "login.passkey.refused");
	}

	static SignInFailureHandler ofCode() {
		return new SignInFailureHandler(CODE_PAGE, "login.code.wrong");
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException ex) throws IOException, ServletException {
		switch (ex) {
			case SecondFactorRequiredException required -> {
				required.pending(Instant.now()).save(request);
				show(CODE_PAGE, request, response);
			}
			case BadCredentialsException _ ->
				explain(request, response, HttpStatus.UNPROCESSABLE_CONTENT.value(), this.wrong);
			case InsufficientAuthenticationException _ ->
				explain(request, response, HttpStatus.UNPROCESSABLE_CONTENT.value(), "login.member");
			case CredentialsExpiredException _ -> response.sendRedirect("/login?ended");
			case TooManyCodesException wait -> {
				response.setIntHeader(HttpHeaders.RETRY_AFTER, wait.seconds());
				explain(request, response, HttpStatus.TOO_MANY_REQUESTS.value(), "login.code.wait", wait.seconds());
			}
			case AuthenticationServiceException _ when ex.getCause() instanceof ForbiddenException ->
				explain(request, response, HttpStatus.UNPROCESSABLE_CONTENT.value(), "login.company.only");
			default -> explainOutage(request, response, ex);
		}
	}

	private void explainOutage(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException, ServletException {
		if (ex.getCause() instanceof BusyException busy) {
			response.setIntHeader(HttpHeaders.RETRY_AFTER, busy.retryAfterSeconds());
			explain(request, response, busy.status(), busy.key(), busy.arguments());
			return;
		}
		ResponseEntity<ApiError> answer = ApiFailures.answer(ex);
		answer.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
		explain(request, response, answer.getStatusCode().value(),
				FullDisk.isCauseOf(ex) ? "login.disk_full" : "login.unavailable");
	}

	private void explain(HttpServletRequest request, HttpServletResponse response, int status, String message,
			Object... arguments) throws IOException, ServletException {
		response.setStatus(status);
		request.setAttribute("failure", message);
		request.setAttribute("failureArguments", arguments);
		show(this.page, request, response);
	}

	private static void show(String page, HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		PendingSignIn.find(request, Instant.now()).ifPresent((pending) -> {
			request.setAttribute("usesApp", pending.app());
			request.setAttribute("usesPasskey", pending.passkeys());
		});
		request.getRequestDispatcher(page).forward(request, response);
	}

}
