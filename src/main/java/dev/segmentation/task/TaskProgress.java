package dev.segmentation.task;

/**
 * Told by the work how far it is. Cheap to call often, also within a transaction of the
 * work: it is written a few times a second, on a connection of its own, and seen at once.
 */
public interface TaskProgress {

	/**
	 * So much of so much is done. Ends the work with an exception, which it must let
	 * through, when the server stops, or the task has been called off or given up for
	 * dead.
	 */
	void at(long done, long total);

}
