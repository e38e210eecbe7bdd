package dev.segmentation.report.drive;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.Predicate;

import com.google.api.client.util.BackOff;
import com.google.api.client.util.BackOffUtils;
import com.google.api.client.util.ExponentialBackOff;
import com.google.api.client.util.Sleeper;

/**
 * Timeouts and retries of requests to Google.
 *
 * @param connect time to connect
 * @param answer time to send bytes or to wait for an answer; Drive needs a while to
 * finish an upload
 * @param retries retries of one request: five take about 15 seconds with their pauses
 * @param attempts attempts to save or revoke a whole file, when repeating a single
 * request cannot help
 * @param sleeper waits between retries
 */
record RetryPolicy(Duration connect, Duration answer, int retries, int attempts, Sleeper sleeper) {

	static final RetryPolicy NORMAL = new RetryPolicy(Duration.ofSeconds(10), Duration.ofSeconds(60), 5, 3,
			Sleeper.DEFAULT);

	/**
	 * Pauses that double from 0.5 to 8 seconds, as Google recommends. They never end by
	 * time: the caller counts the retries.
	 */
	static BackOff newBackOff() {
		return new ExponentialBackOff.Builder().setMultiplier(2)
			.setMaxIntervalMillis(8000)
			.setMaxElapsedTimeMillis(Integer.MAX_VALUE)
			.build();
	}

	/**
	 * Makes a call, and repeats it after temporary failures.
	 * @throws IOException the last failure
	 */
	<T> T call(int retries, Predicate<IOException> isTemporary, Call<T> call) throws IOException {
		BackOff backOff = newBackOff();
		int left = retries;
		while (true) {
			try {
				return call.make();
			}
			catch (IOException ex) {
				if (left-- == 0 || !isTemporary.test(ex)) {
					throw ex;
				}
				pause(backOff);
			}
		}
	}

	void pause(BackOff backOff) throws IOException {
		try {
			BackOffUtils.next(this.sleeper, backOff);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Interrupted between two requests to Google");
		}
	}

	/**
	 * One or more requests to Google.
	 */
	interface Call<T> {

		T make() throws IOException;

	}

}
