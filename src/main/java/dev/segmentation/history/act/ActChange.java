package dev.segmentation.history.act;

import dev.segmentation.history.OperationType;

/**
 * The changes of an act in one segment.
 *
 * @param segmentName the name of the segment at that time
 * @param segmentExists whether the segment still exists
 * @param users the number of users that were added or removed
 */
public record ActChange(long segmentId, String segmentName, boolean segmentExists, OperationType type, long users) {
}
