package dev.segmentation.account.attempt;

import java.time.Duration;

import dev.segmentation.account.jwt.Signatures;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Browsers that signed in before. Those of an account have an allowance of their own, so
 * that nobody can lock a person out by sending wrong passwords. A cookie has a signature
 * of login and password hash, so a new password makes it void. It gives no access.
 */
@Component
public class KnownBrowsers {

	private static final Duration LIFETIME = Duration.ofDays(365);

	private static final int NAME_LENGTH = 8;

	private final Signatures signatures;

	private final CurrentHashRepository hashes;

	KnownBrowsers(Signatures signatures, CurrentHashRepository hashes) {
		this.signatures = signatures;
		this.hashes = hashes;
	}

	/**
	 * Remembers the browser for a year, after a sign-in or a change of the password. The
	 * pages where a signed-in person enters the password get the cookie, too.
	 */
	public void remember(HttpServletRequest request, HttpServletResponse response, String login) {
		ResponseCookie cookie = ResponseCookie.from(name(login), this.signatures.sign(text(login)))
			.path("/")
			.maxAge(LIFETIME)
			.httpOnly(true)
			.sameSite("Strict")
			.secure(request.isSecure())
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	/**
	 * Whether a browser signed in with this login and its present password before.
	 */
	boolean knows(HttpServletRequest request, String login) {
		Cookie cookie = WebUtils.getCookie(request, name(login));
		return cookie != null && this.signatures.matches(text(login), cookie.getValue());
	}

	/**
	 * People who share a browser have a cookie each. Its name does not tell the login.
	 */
	private String name(String login) {
		return "known-" + this.signatures.sign("known-browser-name:" + FoldedLogin.of(login)).substring(0, NAME_LENGTH);
	}

	/** A hash contains no colon. */
	private String text(String login) {
		return "known-browser:" + this.hashes.find(login).orElse("") + ":" + FoldedLogin.of(login);
	}

}
