package dev.segmentation.shared.web.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets a few long answers be read from the database at once. Others wait for their turn.
 */
final class ReadTurns {

	private final Semaphore free;

	private final Duration patience;

	/**
	 * Creates turns.
	 * @param patience how long an answer waits for its turn
	 */
	ReadTurns(int atOnce, Duration patience) {
		this.free = new Semaphore(atOnce, true);
		this.patience = patience;
	}

	/**
	 * Waits for a turn.
	 * @return the turn, or nothing if others need too long
	 */
	Optional<Turn> take() {
		try {
			boolean taken = this.free.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS);
			return taken ? Optional.of(new Turn(this.free)) : Optional.empty();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

	/** A turn ends when it is closed for the first time. */
	record Turn(Semaphore free, AtomicBoolean ended) implements AutoCloseable {

		private Turn(Semaphore free) {
			this(free, new AtomicBoolean());
		}

		@Override
		public void close() {
			if (this.ended.compareAndSet(false, true)) {
				this.free.release();
			}
		}

	}

}
