package dev.segmentation.membership;

import java.time.Instant;

import dev.segmentation.shared.ActKind;
import org.jspecify.annotations.Nullable;

/**
 * A membership that a user had at a moment.
 *
 * @param segmentName the name of the segment; the last known one when it was deleted
 * @param segmentExists whether the segment still exists
 * @param since the start; {@code null} when the history of that time was detached
 * @param until the end that was planned at the moment; {@code null} without end
 * @param endRecorded whether that end was recorded
 * @param actId the act that added the user
 * @param through the source of the act
 * @param accountId the account of the act; {@code null} for the system
 * @param account the login of that account; {@code null} when it was deleted
 * @param note the note of the act
 */
public record PastMembership(long segmentId, String segmentName, boolean segmentExists, @Nullable Instant since,
		@Nullable Instant until, boolean endRecorded, @Nullable Long actId, @Nullable ActKind through,
		@Nullable Long accountId, @Nullable String account, @Nullable String note) {
}
