package dev.segmentation.task;

import org.jspecify.annotations.Nullable;

/**
 * What is to be done in the background, and for whom.
 *
 * @param kind names the message {@code task.kind.<kind>}, which takes the subject as its
 * argument, as "Deleting {0}"
 * @param subject what it is about, as the name of a segment
 * @param exclusiveKey what no two tasks may do at the same time, as {@code segment:7};
 * {@code null} when any number may run
 * @param accountId who asks for it
 * @param page where to go when it does not come to its end, as to start it again;
 * {@code null} when there is no such page
 * @param cancellable whether it may be called off half-way
 */
public record TaskRequest(String kind, String subject, @Nullable String exclusiveKey, long accountId,
		@Nullable String page, boolean cancellable) {

	/**
	 * The same without a page to go to.
	 */
	public TaskRequest(String kind, String subject, @Nullable String exclusiveKey, long accountId) {
		this(kind, subject, exclusiveKey, accountId, null);
	}

	/**
	 * The same, which goes on to its end once it has begun.
	 */
	public TaskRequest(String kind, String subject, @Nullable String exclusiveKey, long accountId,
			@Nullable String page) {
		this(kind, subject, exclusiveKey, accountId, page, false);
	}

}
