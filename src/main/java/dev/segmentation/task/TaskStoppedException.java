package dev.segmentation.task;

/**
 * Ends the work of a task that must not go on.
 */
class TaskStoppedException extends RuntimeException {

	TaskStoppedException(String message) {
		super(message);
	}

}
