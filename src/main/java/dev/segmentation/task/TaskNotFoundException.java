package dev.segmentation.task;

import dev.segmentation.shared.NotFoundException;

/**
 * No task has this id, or the task was deleted some time after its end.
 */
public class TaskNotFoundException extends NotFoundException {

	public TaskNotFoundException() {
		super("task.missing", "task does not exist");
	}

}
