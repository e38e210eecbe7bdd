package dev.segmentation.task;

import dev.segmentation.shared.NotFoundException;

/**
 * No task has this id, or it is long over and forgotten.
 */
public class TaskNotFoundException extends NotFoundException {

	public TaskNotFoundException() {
		super("task.missing", "task does not exist");
	}

}
