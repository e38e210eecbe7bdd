package dev.segmentation.task;

/**
 * How a task stands.
 */
public enum TaskState {

	/** Waits for its turn or is at work. */
	RUNNING,

	/** Has done what it was to do; has a result. */
	DONE,

	/** Could not be granted, as a form is refused; nobody is to blame. */
	REFUSED,

	/** Met something nobody expected; the log has its reference number. */
	FAILED,

	/** The server that ran it stopped. What it had committed until then stays. */
	INTERRUPTED,

	/** Somebody called it off. What it had committed until then stays. */
	CANCELLED

}
