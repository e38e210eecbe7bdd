package dev.segmentation.config.security.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The cookie of a remembered browser. It has a token that is replaced at each use.
 */
final class RememberCookie {

	private static final String NAME = "remembered";

	private RememberCookie() {
	}

	static Optional<String> read(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(Cookie::getValue);
	}

	static void write(String token, Instant expiresAt, Clock clock, HttpServletRequest request,
			HttpServletResponse response) {
		write(token, Duration.between(clock.instant(), expiresAt), request, response);
	}

	/**
	 * Makes the browser delete the cookie, if it has one.
	 */
	static void delete(HttpServletRequest request, HttpServletResponse response) {
		if (read(request).isPresent()) {
			write("", Duration.ZERO, request, response);
		}
	}

	private static void write(String token, Duration ttl, HttpServletRequest request, HttpServletResponse response) {
		ResponseCookie cookie = ResponseCookie.from(NAME, token)
			.path("/")
			.maxAge(ttl)
			.httpOnly(true)
			.sameSite("Lax")
			.secure(request.isSecure())
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

}
