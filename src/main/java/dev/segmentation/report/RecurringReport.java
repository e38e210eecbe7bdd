package dev.segmentation.report;

import java.time.Duration;
import java.time.Instant;

import dev.segmentation.shared.refusal.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * A report that is made again each day, week or month.
 *
 * @param account the login of its owner; {@code null} when the account was deleted
 * @param accountId the id of its owner
 * @param reportId the id of its newest report; before the first run, that of the report
 * that is repeated
 * @param kept how long each report is available
 * @param startedAt when its newest report was started; {@code null} before the first run
 * @param pausedAt {@code null} while it is not paused
 * @param problem why it was paused; {@code null} when a user did it
 * @param readAt the time of reading, by the database's clock
 */
public record RecurringReport(long id, ReportRhythm rhythm, RecurringTarget target, @Nullable String account,
		@Nullable Long accountId, long reportId, Duration kept, Instant createdAt, Instant nextAt,
		@Nullable Instant startedAt, @Nullable Instant pausedAt, @Nullable Problem problem, Instant readAt) {

	public boolean isPaused() {
		return this.pausedAt != null;
	}

	public boolean hasRun() {
		return this.startedAt != null;
	}

	/**
	 * The refusal of a request that names an unknown recurring report.
	 */
	public static NotFoundException notFound() {
		return new NotFoundException("report.recurring.missing", "recurring report does not exist");
	}

	/**
	 * Why a recurring report was paused.
	 */
	public enum Problem {

		/** Its owner is disabled, deleted or no longer an editor. */
		OWNER,

		/** Its link was revoked. */
		LINK

	}

}
