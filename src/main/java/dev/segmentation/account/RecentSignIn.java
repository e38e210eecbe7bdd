package dev.segmentation.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;

/**
 * Tells whether a person has signed in or entered the password in the last ten minutes.
 * Somebody who finds an open browser cannot do what would let them sign in later.
 */
@Component
public class RecentSignIn {

	private static final Duration RECENT = Duration.ofMinutes(10);

	private static final String ATTRIBUTE = RecentSignIn.class.getName();

	private final Clock clock;

	RecentSignIn(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Whether the session's sign-in or confirmation is recent.
	 */
	public boolean isRecent(HttpSession session) {
		Instant earliest = this.clock.instant().minus(RECENT);
		return BrowserSession.of(session).startedAt().isAfter(earliest)
				|| session.getAttribute(ATTRIBUTE) instanceof Instant confirmed && confirmed.isAfter(earliest);
	}

	/**
	 * Notes that the person has entered the password.
	 */
	public void confirm(HttpSession session) {
		session.setAttribute(ATTRIBUTE, this.clock.instant());
	}

}
