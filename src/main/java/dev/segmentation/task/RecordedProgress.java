package dev.segmentation.task;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Saves the progress of one task at most once in 300 ms, and always at the end.
 */
class RecordedProgress implements TaskProgress {

	private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(300);

	private final long id;

	private final TaskRepository tasks;

	private final BooleanSupplier stopping;

	private long savedAt = System.nanoTime() - INTERVAL;

	RecordedProgress(long id, TaskRepository tasks, BooleanSupplier stopping) {
		this.id = id;
		this.tasks = tasks;
		this.stopping = stopping;
	}

	@Override
	public void at(long done, long total) {
		if (this.stopping.getAsBoolean()) {
			throw new CancellationException("The server stops.");
		}
		if (System.nanoTime() - this.savedAt < INTERVAL && done < total) {
			return;
		}
		check(this.tasks.updateProgress(this.id, done, total));
		this.savedAt = System.nanoTime();
	}

	@Override
	public void attempt(int number, int most) {
		check(!this.stopping.getAsBoolean() && this.tasks.updateAttempt(this.id, number, most));
		this.savedAt = System.nanoTime() - INTERVAL;
	}

	private static void check(boolean running) {
		if (!running) {
			throw new CancellationException("The task is no longer running.");
		}
	}

}
