package dev.segmentation.history;

import java.time.Instant;

import dev.segmentation.shared.DatedCursor;
import org.jspecify.annotations.Nullable;

/**
 * A user was in a segment, or still is.
 *
 * @param operationId the operation that recorded the entry
 * @param segmentName what the segment was called when the user entered
 * @param currentName what it is called now; {@code null} when it has been deleted
 * @param left {@code null} while the user is in
 * @param until when a user who is in will leave; {@code null} for never
 */
public record Stay(long operationId, long segmentId, String segmentName, @Nullable String currentName, StayEnd entered,
		@Nullable StayEnd left, @Nullable Instant until) {

	DatedCursor cursor(boolean onward) {
		return new DatedCursor(this.entered.at(), this.operationId, onward);
	}

}
