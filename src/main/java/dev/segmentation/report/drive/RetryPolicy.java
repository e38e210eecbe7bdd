package dev.segmentation.report.drive;

import java.time.Duration;

import com.google.api.client.util.BackOff;
import com.google.api.client.util.ExponentialBackOff;
import com.google.api.client.util.Sleeper;

/**
 * Timeouts and retries of requests to Google.
 *
 * @param connect time to connect
 * @param answer time without a moved byte, after which an attempt fails
 * @param limit time of all attempts together; an upload has it again after each byte
 * @param quick time to share or revoke a saved file, while a user may be waiting
 * @param retries retries of one request, and of a whole upload that Drive has lost
 * @param sleeper waits between attempts
 */
record RetryPolicy(Duration connect, Duration answer, Duration limit, Duration quick, int retries, Sleeper sleeper) {

	private static final Duration CONNECT = Duration.ofSeconds(10);

	private static final Duration LIMIT = Duration.ofMinutes(3);

	private static final Duration QUICK = Duration.ofSeconds(20);

	static RetryPolicy of(Duration answer, Sleeper sleeper) {
		return new RetryPolicy(CONNECT, answer, LIMIT, QUICK, 3, sleeper);
	}

	int attempts() {
		return this.retries + 1;
	}

	/**
	 * Pauses that double from 2 to 8 seconds, as Google recommends. They never end by
	 * time: the operation does.
	 */
	static BackOff newBackOff() {
		return new ExponentialBackOff.Builder().setInitialIntervalMillis(2000)
			.setMultiplier(2)
			.setMaxIntervalMillis(8000)
			.setMaxElapsedTimeMillis(Integer.MAX_VALUE)
			.build();
	}

}
