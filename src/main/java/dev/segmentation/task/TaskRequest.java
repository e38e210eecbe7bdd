package dev.segmentation.task;

import org.jspecify.annotations.Nullable;

/**
 * A request for background work.
 *
 * @param pool the threads that run it
 * @param kind names the message {@code task.kind.<kind>}, whose argument is the subject
 * @param subject the object of the work, for example a segment's name
 * @param exclusiveKey at most one task with this key runs at a time, for example
 * {@code segment:7}; {@code null} for no limit
 * @param accountId the account that starts it
 * @param page the page that a task without a result links to, for example for a new
 * start; {@code null} for no link
 * @param cancellable whether users may cancel it
 */
public record TaskRequest(TaskPool pool, String kind, String subject, @Nullable String exclusiveKey, long accountId,
		@Nullable String page, boolean cancellable) {

	/**
	 * Creates a request for a short task that cannot be cancelled and links to no page.
	 */
	public TaskRequest(String kind, String subject, @Nullable String exclusiveKey, long accountId) {
		this(TaskPool.SHORT, kind, subject, exclusiveKey, accountId, null, false);
	}

}
