package dev.segmentation.task;

/**
 * Receives the progress of a task from its work. The work may call it often, also within
 * a transaction: progress is saved a few times a second, in a transaction of its own.
 */
public interface TaskProgress {

	/**
	 * Reports progress.
	 * @throws java.util.concurrent.CancellationException when the work must stop, which
	 * it must not catch: the server stops, or the task is no longer running
	 */
	void at(long done, long total);

}
