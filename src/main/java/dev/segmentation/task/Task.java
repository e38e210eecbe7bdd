package dev.segmentation.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.segmentation.shared.refusal.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * A background task at the time of reading.
 *
 * @param kind names the message {@code task.kind.<kind>}
 * @param subject the object of the work, for example a segment's name
 * @param account the login of the account that started it; {@code null} when the account
 * was deleted
 * @param reached the finished part of the total
 * @param total {@code null} while it is unknown
 * @param cancellable whether users may cancel it
 * @param page the page to go to when there is no result; {@code null} for none
 * @param result set when it is done
 * @param refusal set when it was refused
 * @param reference the reference number in the log, set when it failed
 * @param interruptions how often it went on after an outage of the database
 * @param attempt the attempt to reach another service, for which it waits; {@code null}
 * when it does not
 * @param ahead how many tasks of the same account come first; {@code null} when the task
 * does not wait
 * @param startedAt when it began, or when it was requested if it waits
 * @param finishedAt {@code null} while it runs
 * @param readAt the time of reading, by the database's clock
 */
public record Task(long id, String kind, String subject, @Nullable String account, TaskState state, long reached,
		@Nullable Long total, boolean cancellable, @Nullable String page, @Nullable TaskResult result,
		@Nullable Refusal refusal, @Nullable String reference, int interruptions, @Nullable Attempt attempt,
		@Nullable Long ahead, Instant startedAt, @Nullable Instant finishedAt, Instant readAt) {

	/** An earlier estimate would change too much. */
	private static final Duration ESTIMATED_AFTER = Duration.ofSeconds(2);

	public boolean isRunning() {
		return this.state == TaskState.RUNNING;
	}

	/** A waiting task counts as running too, because it ends by itself. */
	public boolean isWaiting() {
		return this.ahead != null;
	}

	public boolean isDone() {
		return this.state == TaskState.DONE;
	}

	/**
	 * Returns the address of the task's page. The page shows the progress, and redirects
	 * to the result when the task is done.
	 */
	public String url() {
		return "/tasks/" + this.id;
	}

	/**
	 * The refusal of a request that names an unknown task.
	 */
	public static NotFoundException notFound() {
		return new NotFoundException("task.missing", "task does not exist");
	}

	/**
	 * Returns the time that the task has run.
	 */
	public Duration elapsed() {
		return Duration.between(this.startedAt, (this.finishedAt != null) ? this.finishedAt : this.readAt);
	}

	/**
	 * Estimates the remaining time from the speed so far.
	 * @return empty when it is too early for an estimate
	 */
	public Optional<Duration> left() {
		if (!isRunning() || this.total == null || this.reached <= 0 || elapsed().compareTo(ESTIMATED_AFTER) < 0) {
			return Optional.empty();
		}
		return Optional.of(elapsed().multipliedBy(Math.max(0, this.total - this.reached)).dividedBy(this.reached));
	}

	/**
	 * An attempt to reach another service.
	 */
	public record Attempt(int number, int most) {
	}

	/**
	 * The refusal of a task.
	 *
	 * @param kind the exception's name, which names the message
	 * {@code task.refused.<kind>}
	 * @param error the exception's text, used if there is no such message
	 */
	public record Refusal(String kind, String error) {
	}

}
