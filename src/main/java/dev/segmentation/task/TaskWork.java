package dev.segmentation.task;

/**
 * The work of a task. It runs outside the request and outside any transaction, so it
 * carries the account and the input it needs.
 */
@FunctionalInterface
public interface TaskWork {

	/**
	 * Does the work.
	 * @throws dev.segmentation.shared.RefusedException when the request is refused
	 */
	TaskResult run(TaskProgress progress);

}
