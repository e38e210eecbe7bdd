package dev.segmentation.history;

import java.time.Instant;

/**
 * One user's membership of one segment began or ended.
 *
 * @param operationId the operation that recorded it, together with those of other users
 */
public record HistoryLine(Instant date, long operationId, long userId, String segmentName, OperationType type) {
}
