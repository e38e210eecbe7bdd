package dev.segmentation.report.drive;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.Predicate;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.util.BackOff;

/**
 * A save, a share or a revocation with all its requests. It bounds the time that they
 * take together while no byte of the file moves.
 */
final class Operation {

	private static final ScopedValue<Operation> CURRENT = ScopedValue.newInstance();

	private final RetryPolicy policy;

	private final Duration limit;

	private final DriveProgress progress;

	private long movedAt = System.nanoTime();

	Operation(RetryPolicy policy, Duration limit, DriveProgress progress) {
		this.policy = policy;
		this.limit = limit;
		this.progress = progress;
	}

	/** Returns the operation of this thread. */
	static Operation current() {
		return CURRENT.get();
	}

	/**
	 * Makes the calls of the operation.
	 * @throws IOException the last failure
	 */
	<T> T run(Predicate<IOException> isTemporary, Call<T> call) throws IOException {
		this.progress.attempt(1, this.policy.attempts());
		return ScopedValue.where(CURRENT, this).call(() -> repeat(isTemporary, call));
	}

	/**
	 * Makes a call, and repeats it after temporary failures.
	 * @throws IOException the last failure
	 */
	<T> T repeat(Predicate<IOException> isTemporary, Call<T> call) throws IOException {
		BackOff backOff = RetryPolicy.newBackOff();
		int attempt = 1;
		while (true) {
			try {
				return call.make();
			}
			catch (IOException ex) {
				if (!isTemporary.test(ex) || !pause(++attempt, backOff, Duration.ZERO)) {
					throw ex;
				}
			}
		}
	}

	/** A byte of the file has moved. */
	void moved() {
		this.movedAt = System.nanoTime();
	}

	/** Sets the timeouts of the next attempt of a request. */
	void limit(HttpRequest request) {
		request.setConnectTimeout(millis(this.policy.connect()));
		request.setReadTimeout(millis(this.policy.answer()));
		request.setWriteTimeout(millis(this.policy.answer()));
	}

	/** Zero would stand for no timeout. */
	private int millis(Duration most) {
		return (int) Math.max(1, Math.min(most.toMillis(), left().toMillis()));
	}

	private Duration left() {
		return this.limit.minusNanos(System.nanoTime() - this.movedAt);
	}

	/**
	 * Waits before another attempt.
	 * @param attempt the number of that attempt
	 * @param least the time that Google wants the client to wait
	 * @return {@code false} without waiting, when no further attempt is allowed
	 */
	boolean pause(int attempt, BackOff backOff, Duration least) throws IOException {
		long pause = Math.max(backOff.nextBackOffMillis(), least.toMillis());
		if (attempt > this.policy.attempts() || pause >= left().toMillis()) {
			return false;
		}
		this.progress.attempt(attempt, this.policy.attempts());
		try {
			this.policy.sleeper().sleep(pause);
			return true;
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
