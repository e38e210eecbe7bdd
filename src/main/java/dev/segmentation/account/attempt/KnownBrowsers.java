package dev.segmentation.account.attempt;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import dev.segmentation.account.jwt.Signatures;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Browsers that signed in before. Each has an allowance of its own, so that nobody can
 * lock a person out by sending wrong passwords. A signed cookie tells the browser's id.
 * It gives no access.
 */
@Component
public class KnownBrowsers {

	private static final Duration LIFETIME = Duration.ofDays(365);

	private static final int NAME_LENGTH = 8;

	private final Signatures signatures;

	KnownBrowsers(Signatures signatures) {
		this.signatures = signatures;
	}

	/**
	 * Remembers the browser for a year after a sign-in.
	 */
	public void remember(HttpServletRequest request, HttpServletResponse response, String login) {
		String id = find(request, login).orElseGet(() -> UUID.randomUUID().toString());
		ResponseCookie cookie = ResponseCookie.from(name(login), id + "." + signature(login, id))
			.path("/login")
			.maxAge(LIFETIME)
			.httpOnly(true)
			.sameSite("Strict")
			.secure(request.isSecure())
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	/**
	 * Returns the id of a browser that signed in with this login before.
	 */
	Optional<String> find(HttpServletRequest request, String login) {
		Cookie cookie = WebUtils.getCookie(request, name(login));
		String[] parts = (cookie != null) ? cookie.getValue().split("\\.", 2) : new String[0];
		return (parts.length == 2 && this.signatures.matches(text(login, parts[0]), parts[1])) ? Optional.of(parts[0])
				: Optional.empty();
	}

	/**
	 * People who share a browser have a cookie each. Its name does not tell the login.
	 */
	private String name(String login) {
		return "browser-" + signature(login, "name").substring(0, NAME_LENGTH);
	}

	private String signature(String login, String id) {
		return this.signatures.sign(text(login, id));
	}

	private static String text(String login, String id) {
		return "browser:" + id + ":" + FoldedLogin.of(login);
	}

}
