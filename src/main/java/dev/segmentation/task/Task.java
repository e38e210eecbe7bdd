package dev.segmentation.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A long act in the background, as it stood when it was read.
 *
 * @param kind names the message {@code task.kind.<kind>}
 * @param subject what it is about
 * @param accountId who asked for it; {@code null} when the account is gone
 * @param account that account's login
 * @param reached how much of it is behind
 * @param total how much there is to do; {@code null} while nobody knows
 * @param cancellable whether it may be called off half-way
 * @param page where to go when it did not come to its end; {@code null} when there is no
 * such page
 * @param result what came of it, once it is done
 * @param refusal why it could not be granted, if it was not
 * @param reference the log's entry about an unexpected failure
 * @param startedAt when it was asked for
 * @param finishedAt when it ended; {@code null} while it runs
 * @param readAt the database's time when this was read
 */
public record Task(long id, String kind, String subject, @Nullable Long accountId, @Nullable String account,
		TaskState state, long reached, @Nullable Long total, boolean cancellable, @Nullable String page,
		@Nullable TaskResult result, @Nullable Refusal refusal, @Nullable String reference, Instant startedAt,
		@Nullable Instant finishedAt, Instant readAt) {

	/** Before this much has passed, a guess of the rest would only jump about. */
	private static final Duration TOO_EARLY = Duration.ofSeconds(2);

	public boolean isRunning() {
		return this.state == TaskState.RUNNING;
	}

	public boolean isDone() {
		return this.state == TaskState.DONE;
	}

	/**
	 * The page of the task: shows how far it is; once it is done, goes on to the page of
	 * the result and says there what happened. So a controller may always redirect here.
	 */
	public String url() {
		return "/tasks/" + this.id;
	}

	/**
	 * How long it has been running, or ran.
	 */
	public Duration elapsed() {
		return Duration.between(this.startedAt, (this.finishedAt != null) ? this.finishedAt : this.readAt);
	}

	/**
	 * How long it will take from here, if it goes on as it went so far.
	 */
	public Optional<Duration> left() {
		if (!isRunning() || this.total == null || this.reached <= 0 || elapsed().compareTo(TOO_EARLY) < 0) {
			return Optional.empty();
		}
		return Optional.of(elapsed().multipliedBy(Math.max(0, this.total - this.reached)).dividedBy(this.reached));
	}

	/**
	 * Why a task could not be granted.
	 *
	 * @param kind the name of the exception, which names the message
	 * {@code task.refused.<kind>}
	 * @param error its text, for when there is no such message
	 */
	public record Refusal(String kind, String error) {
	}

}
