package dev.segmentation.task;

/**
 * Receives the progress of a task from its work. The work may call it often, also within
 * a transaction. Progress is saved a few times a second, by a connection of
 * {@link dev.segmentation.shared.Background}.
 */
public interface TaskProgress {

	/**
	 * Reports progress.
	 * @throws java.util.concurrent.CancellationException when the server stops or the
	 * task is no longer running; the work must not catch it
	 */
	void at(long done, long total);

	/**
	 * Reports that the work asks another service, until the next progress.
	 * @throws java.util.concurrent.CancellationException as {@link #at}
	 */
	default void attempt(int number, int most) {
	}

}
