package dev.segmentation.history.period;

import java.time.Instant;
import java.util.List;

import dev.segmentation.shared.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * The time that a user was in a segment, from one addition to the next removal.
 *
 * @param operationId the operation that recorded the addition
 * @param segmentName the name of the segment at the addition
 * @param currentName the name of the segment now; {@code null} when it was deleted
 * @param left {@code null} while the user is in the segment
 * @param until the end of the membership; {@code null} when it has no end or has ended
 * @param changedEnds the changes of its end, oldest first
 */
public record MembershipPeriod(long operationId, long segmentId, String segmentName, @Nullable String currentName,
		PeriodEnd entered, @Nullable PeriodEnd left, @Nullable Instant until, List<ChangedEnd> changedEnds) {

	/**
	 * Returns the period with those of the user's changes that belong to it.
	 */
	MembershipPeriod with(List<ChangedEnd> changes) {
		return new MembershipPeriod(this.operationId, this.segmentId, this.segmentName, this.currentName, this.entered,
				this.left, this.until, changes.stream().filter(this::includes).toList());
	}

	private boolean includes(ChangedEnd changed) {
		Instant at = changed.change().at();
		return changed.segmentId() == this.segmentId && !at.isBefore(this.entered.at())
				&& (this.left == null || at.isBefore(this.left.at()));
	}

	Cursor cursor() {
		return Cursor.after(this.entered.at(), this.operationId);
	}

}
