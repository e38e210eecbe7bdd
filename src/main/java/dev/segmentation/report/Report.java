package dev.segmentation.report;

import java.time.Instant;

import dev.segmentation.task.Task;
import dev.segmentation.task.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * What was prepared or shared.
 *
 * @param name of its file
 * @param account the login of who did it; {@code null} when that account is gone
 * @param content which lines it holds, how they are laid out, and where they are to be
 * had
 * @param task what prepares or prepared it; {@code null} when nobody remembers
 * @param expiresAt until when it is to be had; {@code null} for as long as nobody takes
 * it back
 * @param file what came of it; {@code null} before it is ready
 * @param opened how often its link was opened
 * @param openedAt when last; {@code null} when never
 */
public record Report(long id, String name, @Nullable String account, NewReport content, @Nullable Task task,
		Instant createdAt, @Nullable Instant expiresAt, @Nullable ReportFile file, @Nullable Instant revokedAt,
		long opened, @Nullable Instant openedAt, boolean expired) {

	/**
	 * The page that shows it.
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
	 * Whether its file is kept by this application, for staff to download.
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
	 * How it stands.
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

}
