package dev.segmentation.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.segmentation.shared.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * A background task, as it was when the database read it.
 *
 * @param kind names the message {@code task.kind.<kind>}
 * @param subject the object of the work, for example a segment's name
 * @param account login of the account that started it; {@code null} when the account was
 * deleted
 * @param reached how much of the total is done
 * @param total {@code null} while it is unknown
 * @param cancellable whether users may cancel it
 * @param page the page to go to when there is no result; {@code null} for none
 * @param result set when it is done
 * @param refusal set when it was refused
 * @param reference the reference number in the log, set when it failed
 * @param finishedAt {@code null} while it runs
 * @param readAt the database's time of reading
 */
public record Task(long id, String kind, String subject, @Nullable String account, TaskState state, long reached,
		@Nullable Long total, boolean cancellable, @Nullable String page, @Nullable TaskResult result,
		@Nullable Refusal refusal, @Nullable String reference, Instant startedAt, @Nullable Instant finishedAt,
		Instant readAt) {

	/** An estimate made earlier than this changes too much. */
	private static final Duration ESTIMATED_AFTER = Duration.ofSeconds(2);

	public boolean isRunning() {
		return this.state == TaskState.RUNNING;
	}

	public boolean isDone() {
		return this.state == TaskState.DONE;
	}

	/**
	 * The task's page. It shows the progress, and redirects to the result when the task
	 * is done.
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
	 * How long the task has run.
	 */
	public Duration elapsed() {
		return Duration.between(this.startedAt, (this.finishedAt != null) ? this.finishedAt : this.readAt);
	}

	/**
	 * The remaining time at the present speed.
	 */
	public Optional<Duration> left() {
		if (!isRunning() || this.total == null || this.reached <= 0 || elapsed().compareTo(ESTIMATED_AFTER) < 0) {
			return Optional.empty();
		}
		return Optional.of(elapsed().multipliedBy(Math.max(0, this.total - this.reached)).dividedBy(this.reached));
	}

	/**
	 * Why a task was refused.
	 *
	 * @param kind the exception's name, which names the message
	 * {@code task.refused.<kind>}
	 * @param error the exception's text, if there is no such message
	 */
	public record Refusal(String kind, String error) {
	}

}
