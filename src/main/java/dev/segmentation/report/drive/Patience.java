package dev.segmentation.report.drive;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

import com.google.api.client.util.BackOff;
import com.google.api.client.util.BackOffUtils;
import com.google.api.client.util.Sleeper;

/**
 * How long and how often Google is waited for.
 *
 * @param connect until there is a connection
 * @param answer until bytes are taken or come back; the end of an upload takes Drive a
 * while
 * @param retries of one request, 15 s with their pauses
 * @param attempts at the whole, where no request can be done again by itself
 * @param sleeper rests in the pauses
 */
record Patience(Duration connect, Duration answer, int retries, int attempts, Sleeper sleeper) {

	static final Patience NORMAL = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(60), 5, 3, Sleeper.DEFAULT);

	/**
	 * Rests until the next try.
	 * @return false when there were tries enough
	 */
	boolean rest(BackOff pauses) throws IOException {
		try {
			return BackOffUtils.next(this.sleeper, pauses);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Interrupted while waiting for Google");
		}
	}

}
