package dev.segmentation.history.undo;

import java.time.Instant;

import dev.segmentation.shared.ActKind;
import org.jspecify.annotations.Nullable;

/**
 * A membership that an undo leaves alone, and the reason.
 *
 * @param segmentName the name of the segment; the one at the time of the act if the
 * segment was deleted
 * @param login {@code null} when the user was deleted
 * @param overriding what happens to it when later changes are taken back too
 * @param later the newest change since the act; {@code null} without one
 */
public record UndoObstacle(long segmentId, String segmentName, long userId, @Nullable String login,
		UndoOutcome overriding, @Nullable LaterChange later) {

	/**
	 * The newest change of a membership since an act.
	 *
	 * @param change {@code added}, {@code deleted}, {@code ends}, or {@code expired}
	 * @param actId the act that changed it; {@code null} if no job has removed the
	 * expired membership yet
	 * @param kind the source of the act
	 * @param accountId the account of the act; {@code null} for the system
	 * @param account the login of the account; {@code null} when it was deleted
	 */
	public record LaterChange(String change, Instant at, @Nullable Long actId, ActKind kind, @Nullable Long accountId,
			@Nullable String account, @Nullable String note) {
	}

}
