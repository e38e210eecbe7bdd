package dev.segmentation.config.security;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.segmentation.shared.CurrentAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * An account whose password was correct, and whose second factor has to follow. It is
 * kept in the session, which is not signed in yet. Saved sessions have the name of this
 * class, so it must stay.
 *
 * @param app whether the account has an authenticator app
 * @param passkeys whether the account has passkeys
 */
public record PendingSignIn(CurrentAccount account, boolean app, boolean passkeys, Instant at) implements Serializable {

	private static final String ATTRIBUTE = PendingSignIn.class.getName();

	private static final Duration TTL = Duration.ofMinutes(10);

	public void save(HttpServletRequest request) {
		request.getSession().setAttribute(ATTRIBUTE, this);
	}

	public static void forget(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.removeAttribute(ATTRIBUTE);
		}
	}

	public static Optional<PendingSignIn> find(HttpServletRequest request, Instant now) {
		HttpSession session = request.getSession(false);
		return (session != null && session.getAttribute(ATTRIBUTE) instanceof PendingSignIn pending)
				? Optional.of(pending).filter((it) -> it.at.plus(TTL).isAfter(now)) : Optional.empty();
	}

}
