package dev.segmentation.task;

/**
 * The work of a task. It runs outside the request and outside any transaction, so it must
 * contain the account and the input that it needs.
 */
@FunctionalInterface
public interface TaskWork {

	/**
	 * Does the work.
	 * @throws dev.segmentation.shared.refusal.RefusedException when the work refuses the
	 * request
	 */
	TaskResult run(TaskProgress progress);

}
