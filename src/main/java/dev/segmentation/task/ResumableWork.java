package dev.segmentation.task;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import dev.segmentation.shared.FailureReason;
import dev.segmentation.shared.database.DatabaseOutage;
import dev.segmentation.shared.database.FullDisk;
import dev.segmentation.shared.refusal.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * The work of one task, which an outage of the database interrupts but does not end. The
 * work runs again when the database responds, and continues after its last committed
 * step.
 */
class ResumableWork {

	private static final Logger logger = LoggerFactory.getLogger(ResumableWork.class);

	/** Work that always exceeds a limit of the database must not run for ever. */
	private static final int MAX_INTERRUPTIONS = 5;

	private static final Duration MAX_OUTAGE = Duration.ofMinutes(10);

	/** Each pause is four times as long as the one before, together 6 minutes. */
	private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

	private static final Duration POLL = Duration.ofMillis(100);

	private final long id;

	private final TaskWork work;

	private final TaskRepository tasks;

	private final BooleanSupplier stopping;

	private int interruptions;

	ResumableWork(long id, TaskWork work, TaskRepository tasks, BooleanSupplier stopping) {
		this.id = id;
		this.work = work;
		this.tasks = tasks;
		this.stopping = stopping;
	}

	/**
	 * Does the work.
	 * @throws CancellationException when the task ends without a known result
	 */
	TaskResult run() {
		while (true) {
			try {
				return this.work.run(new RecordedProgress(this.id, this.tasks, this.stopping));
			}
			catch (RefusedException ex) {
				throw (this.interruptions == 0) ? ex : unknownEnd(ex);
			}
			catch (RuntimeException ex) {
				if (this.interruptions == MAX_INTERRUPTIONS || !DatabaseOutage.isCauseOf(ex)) {
					throw ex;
				}
				logger.warn("The database interrupted task {}: {}", this.id, FailureReason.of(ex));
				if (FullDisk.isCauseOf(ex)) {
					awaitSpace();
				}
				resume();
			}
		}
	}

	/** The refusal may come from a change that this task committed before the outage. */
	private static CancellationException unknownEnd(RefusedException refusal) {
		CancellationException end = new CancellationException("The interrupted step may have been committed.");
		end.initCause(refusal);
		return end;
	}

	/** Somebody must free space, so the attempts are spread over some minutes. */
	private void awaitSpace() {
		long end = System.nanoTime() + (FIRST_PAUSE.toNanos() << (2 * this.interruptions));
		try {
			while (System.nanoTime() < end && !this.stopping.getAsBoolean()) {
				Thread.sleep(POLL);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CancellationException("The server stops.");
		}
	}

	private void resume() {
		this.interruptions++;
		RetryPolicy policy = RetryPolicy.builder()
			.predicate((failure) -> DatabaseOutage.isCauseOf(failure) && !this.stopping.getAsBoolean())
			.maxRetries(Long.MAX_VALUE)
			.timeout(MAX_OUTAGE)
			.build();
		if (!new RetryTemplate(policy).<Boolean>invoke(() -> this.tasks.resume(this.id))) {
			throw new CancellationException("The task is no longer running.");
		}
	}

}
