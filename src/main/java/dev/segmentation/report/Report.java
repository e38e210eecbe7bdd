package dev.segmentation.report;

import java.time.Instant;

import dev.segmentation.shared.CurrentAccount;
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
 * @param drive what Google Drive has of it
 * @param replacedBy the id of the report that took its place; {@code null} if none did
 * @param againAs the id of the report that shares the same history after this one ended;
 * {@code null} if none does
 * @param link what people chose for the report and its link
 * @param linkOf the id of the report whose link opens this one; {@code null} when it has
 * its own link
 * @param page whether its link opens a page; links of earlier versions download at once
 * @param locked whether its link needs a password
 * @param firstEnd the end that the signature of its link contains
 * @param opened the number of downloads by link
 * @param openedAt the time of the last download by link
 */
public record Report(long id, String name, @Nullable String account, NewReport content, @Nullable Long taskId,
		@Nullable Task task, Instant createdAt, @Nullable Instant expiresAt, @Nullable ReportFile file,
		DriveState drive, @Nullable Instant revokedAt, @Nullable Long replacedBy, @Nullable Long againAs,
		@Nullable Long linkOf, LinkSettings link, boolean page, boolean locked, @Nullable Instant firstEnd, long opened,
		@Nullable Instant openedAt, boolean expired) {

	Report withTask(@Nullable Task loaded) {
		return new Report(this.id, this.name, this.account, this.content, this.taskId, loaded, this.createdAt,
				this.expiresAt, this.file, this.drive, this.revokedAt, this.replacedBy, this.againAs, this.linkOf,
				this.link, this.page, this.locked, this.firstEnd, this.opened, this.openedAt, this.expired);
	}

	/**
	 * Whether an account requested it.
	 */
	public boolean isOf(CurrentAccount reader) {
		return reader.login().equals(this.account);
	}

	/**
	 * Returns its name for people: the one that they chose, or else that of its file.
	 */
	public String label() {
		return (this.link.title() != null) ? this.link.title() : this.name;
	}

	/**
	 * Returns the path of its page.
	 */
	public String url() {
		return urlOf(this.id);
	}

	/**
	 * Returns the id of the report whose link opens this one.
	 */
	long linkId() {
		return (this.linkOf != null) ? this.linkOf : this.id;
	}

	/**
	 * Returns the id of the report that was made when this one was shared again.
	 */
	public @Nullable Long successor() {
		return (this.replacedBy != null) ? this.replacedBy : this.againAs;
	}

	/**
	 * Returns the path of the page of the report that was made when this one was shared
	 * again.
	 */
	public @Nullable String successorUrl() {
		Long successor = successor();
		return (successor != null) ? urlOf(successor) : null;
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
	 * Whether its link works, or would work again with a larger maximum of openings.
	 */
	public boolean hasLiveLink() {
		return place() == ReportPlace.LINK && isReady();
	}

	/**
	 * Returns how often its link can still be opened; {@code null} for any number.
	 */
	public @Nullable Long openingsLeft() {
		return (this.link.maxOpenings() != null) ? Math.max(0, this.link.maxOpenings() - this.opened) : null;
	}

	/**
	 * Whether its link was opened as often as allowed.
	 */
	public boolean isUsedUp() {
		Long left = openingsLeft();
		return left != null && left == 0;
	}

	/**
	 * Whether it neither expired nor was revoked.
	 */
	public boolean isOpen() {
		return endedAt() == null;
	}

	/**
	 * Returns when it was revoked or expired; {@code null} while it is open.
	 */
	public @Nullable Instant endedAt() {
		if (this.revokedAt != null) {
			return this.revokedAt;
		}
		return this.expired ? this.expiresAt : null;
	}

	/**
	 * Whether it has ended, and Google Drive has not confirmed that its link is over.
	 */
	public boolean isUnconfirmed() {
		return this.replacedBy == null && !isOpen() && this.drive.fileId() != null && !this.drive.withdrawn();
	}

	/**
	 * Returns its current state.
	 */
	public ReportState state() {
		if (this.revokedAt != null) {
			return (this.replacedBy != null) ? ReportState.REPLACED : ReportState.REVOKED;
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
