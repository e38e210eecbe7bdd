package dev.segmentation.task;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Writes a task's progress down, but not more often than anybody looks.
 */
class RecordedProgress implements TaskProgress {

	private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(300);

	private final long id;

	private final TaskRepository tasks;

	private final BooleanSupplier stopping;

	private long writtenAt = System.nanoTime() - PAUSE;

	/**
	 * For one task.
	 * @param stopping whether the server is about to stop
	 */
	RecordedProgress(long id, TaskRepository tasks, BooleanSupplier stopping) {
		this.id = id;
		this.tasks = tasks;
		this.stopping = stopping;
	}

	@Override
	public void at(long done, long total) {
		if (this.stopping.getAsBoolean()) {
			throw new TaskStoppedException("The server stops.");
		}
		if (System.nanoTime() - this.writtenAt < PAUSE && done < total) {
			return;
		}
		if (!this.tasks.updateProgress(this.id, done, total)) {
			throw new TaskStoppedException("The task has been called off or given up for dead.");
		}
		this.writtenAt = System.nanoTime();
	}

}
