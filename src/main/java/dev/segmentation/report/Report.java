package dev.segmentation.report;

import java.time.Instant;

import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.task.Task;
import dev.segmentation.task.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * A report: a CSV file of a part of the history, and its state.
 *
 * @param name the name of its file
 * @param account the login of the account that requested the report; {@code null} when
 * the account was deleted
 * @param content the request: the filter, the layout and the place
 * @param taskId the id of the task that prepares the report; {@code null} when the report
 * is ready
 * @param task that task; {@code null} when it was deleted or is not loaded
 * @param expiresAt the end of its availability; {@code null} when it does not expire
 * @param file the finished file; {@code null} before the report is ready
 * @param opened the number of downloads by link
 * @param openedAt the time of the last download by link
 */
public record Report(long id, String name, @Nullable String account, NewReport content, @Nullable Long taskId,
		@Nullable Task task, Instant createdAt, @Nullable Instant expiresAt, @Nullable ReportFile file,
		@Nullable Instant revokedAt, long opened, @Nullable Instant openedAt, boolean expired) {

	Report withTask(@Nullable Task loaded) {
		return new Report(this.id, this.name, this.account, this.content, this.taskId, loaded, this.createdAt,
				this.expiresAt, this.file, this.revokedAt, this.opened, this.openedAt, this.expired);
	}

	/**
	 * Returns the path of its page.
	 */
	public String url() {
		return urlOf(this.id);
	}

	static String urlOf(long id) {
		return "/reports/" + id;
	}

	public ReportPlace place() {
		return this.content.place();
	}

	/**
	 * Whether its file is in our database, where members of staff can download it.
	 */
	public boolean isKeptHere() {
		return place() != ReportPlace.DRIVE;
	}

	public boolean isReady() {
		return state() == ReportState.READY;
	}

	public boolean isPreparing() {
		return state() == ReportState.PREPARING;
	}

	/**
	 * Returns its current state.
	 */
	public ReportState state() {
		if (this.revokedAt != null) {
			return ReportState.REVOKED;
		}
		if (this.expired) {
			return ReportState.EXPIRED;
		}
		if (this.file != null) {
			return ReportState.READY;
		}
		return switch ((this.task != null) ? this.task.state() : TaskState.FAILED) {
			case RUNNING, DONE -> ReportState.PREPARING;
			case CANCELLED -> ReportState.CANCELLED;
			case INTERRUPTED -> ReportState.INTERRUPTED;
			case REFUSED, FAILED -> ReportState.FAILED;
		};
	}

	/**
	 * The refusal of a request that names an unknown report.
	 */
	public static NotFoundException notFound() {
		return new NotFoundException("report.missing", "report does not exist");
	}

}
