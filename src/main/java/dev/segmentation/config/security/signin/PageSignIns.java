package dev.segmentation.config.security.signin;

import java.time.Clock;
import java.util.Optional;

import dev.segmentation.account.BrowserSession;
import dev.segmentation.account.Client;
import dev.segmentation.account.attempt.KnownBrowsers;
import dev.segmentation.account.session.BrowserSignIns;
import dev.segmentation.account.session.SessionProperties;
import dev.segmentation.account.session.SignedInBrowser;
import dev.segmentation.config.security.Authorities;
import dev.segmentation.shared.CurrentAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Notes in the page session how a browser signed in, and keeps the cookie of a remembered
 * one.
 */
@Component
public class PageSignIns implements LogoutHandler {

	private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	private final BrowserSignIns signIns;

	private final KnownBrowsers browsers;

	private final SessionProperties properties;

	private final Clock clock;

	PageSignIns(BrowserSignIns signIns, KnownBrowsers browsers, SessionProperties properties, Clock clock) {
		this.properties = properties;
		this.signIns = signIns;
		this.browsers = browsers;
		this.clock = clock;
	}

	/**
	 * Begins the session of an account that has just signed in. The parameter
	 * {@code remember} of the request asks to remember the browser.
	 * @param way how the person signed in, for the audit
	 */
	void begin(CurrentAccount account, String way, HttpServletRequest request, HttpServletResponse response) {
		this.browsers.remember(request, response, account.login());
		boolean remember = request.getParameter("remember") != null;
		note(this.signIns.signIn(account, way, remember, Client.of(request), find(request)), request, response);
	}

	/**
	 * Signs a remembered browser in again. The CSRF token stays, because a form of this
	 * browser may arrive with it.
	 */
	void resume(String token, HttpServletRequest request, HttpServletResponse response) {
		Optional<SignedInBrowser> browser = this.signIns.resume(token, Client.of(request));
		if (browser.isEmpty()) {
			RememberCookie.delete(request, response);
			return;
		}
		CurrentAccount account = browser.get().account();
		SecurityContext context = new SecurityContextImpl(
				UsernamePasswordAuthenticationToken.authenticated(account, null, Authorities.of(account.role())));
		if (request.getSession(false) != null) {
			request.changeSessionId();
		}
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
		note(browser.get(), request, response);
	}

	/**
	 * Whether the person must sign in again, however recently the session was used.
	 */
	boolean isOver(HttpSession session) {
		return this.signIns.isOver(BrowserSession.of(session).startedAt());
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		if (authentication != null && authentication.getPrincipal() instanceof CurrentAccount account) {
			this.signIns.signOut(account, find(request));
		}
		RememberCookie.delete(request, response);
	}

	private void note(SignedInBrowser browser, HttpServletRequest request, HttpServletResponse response) {
		HttpSession session = request.getSession();
		session.setAttribute(BrowserSession.ATTRIBUTE, browser.session());
		// Until now it may have been a short one.
		session.setMaxInactiveInterval((int) this.properties.idle().toSeconds());
		if (browser.token() != null) {
			RememberCookie.write(browser.token(), browser.expiresAt(), this.clock, request, response);
		}
		else {
			RememberCookie.delete(request, response);
		}
	}

	private static @Nullable BrowserSession find(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null && session.getAttribute(BrowserSession.ATTRIBUTE) instanceof BrowserSession found)
				? found : null;
	}

}
