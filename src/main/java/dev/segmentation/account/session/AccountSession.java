package dev.segmentation.account.session;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

import dev.segmentation.account.Client;

/**
 * A sign-in as the list of sessions shows it.
 *
 * @param kind what signed in
 * @param client the browser or program, at its last use
 * @param usedAt the last use; of a program, its last sign-in or refresh
 */
public record AccountSession(UUID id, Kind kind, Client client, Instant usedAt) {

	static final Comparator<AccountSession> NEWEST_FIRST = Comparator.comparing(AccountSession::usedAt)
		.reversed()
		.thenComparing(AccountSession::id);

	/**
	 * What signed in.
	 */
	public enum Kind {

		BROWSER, REMEMBERED_BROWSER, PROGRAM

	}

	/** The tabs of a remembered browser may have several sessions. */
	AccountSession latest(AccountSession other) {
		return this.usedAt.isBefore(other.usedAt) ? other : this;
	}

}
