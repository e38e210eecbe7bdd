package dev.segmentation.task;

/**
 * The state of a task.
 */
public enum TaskState {

	/** The task waits for a thread, or a thread runs it. */
	RUNNING,

	/** The task ended with a result. */
	DONE,

	/** The work refused the request, as a form does for invalid input. */
	REFUSED,

	/** An unexpected error ended the task. The log has its reference number. */
	FAILED,

	/** The server stopped before the end. The steps committed before that stay. */
	INTERRUPTED,

	/** A user cancelled the task. The steps committed before that stay. */
	CANCELLED

}
