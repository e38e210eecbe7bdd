package dev.segmentation.task;

/**
 * The work of a task. It runs outside of any transaction and request: what it needs of
 * them, as the account, it must have been given.
 */
@FunctionalInterface
public interface TaskWork {

	/**
	 * Does the work.
	 * @param progress to be told how far it is
	 * @return what came of it
	 * @throws dev.segmentation.shared.RefusedException when it cannot be granted
	 */
	TaskResult run(TaskProgress progress);

}
