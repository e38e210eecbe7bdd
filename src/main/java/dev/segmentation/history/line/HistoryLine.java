package dev.segmentation.history.line;

import java.time.Instant;

import dev.segmentation.history.OperationType;

/**
 * The beginning or the end of one user's membership in one segment.
 *
 * @param operationId the operation that recorded the change, perhaps with other users
 */
public record HistoryLine(Instant date, long operationId, long userId, String segmentName, OperationType type) {
}
