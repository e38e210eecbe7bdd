package dev.segmentation.account.attempt;

import java.time.Duration;

import dev.segmentation.shared.refusal.BusyException;

/**
 * Refuses an attempt until its allowance has one left.
 */
final class Waits {

	/** Above, people are told minutes. */
	private static final int LONGEST_IN_SECONDS = 120;

	private Waits() {
	}

	static BusyException tooMany(Duration wait) {
		long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
		if (seconds < LONGEST_IN_SECONDS) {
			return BusyException.tooManyRequests("login.wait.seconds", (int) seconds, seconds);
		}
		return BusyException.tooManyRequests("login.wait.minutes", (int) seconds, Math.ceilDiv(seconds, 60));
	}

}
