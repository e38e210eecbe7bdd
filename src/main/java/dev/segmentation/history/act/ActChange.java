package dev.segmentation.history.act;

import dev.segmentation.history.OperationType;

/**
 * What an act did to one segment.
 *
 * @param segmentName the name of the segment at that time
 * @param segmentExists whether the segment still exists
 * @param users the number of users who entered or left
 */
public record ActChange(long segmentId, String segmentName, boolean segmentExists, OperationType type, long users) {
}
