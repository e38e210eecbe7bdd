package dev.segmentation.history;

/**
 * What an act did to one segment.
 *
 * @param segmentName what the segment was called then
 * @param segmentExists whether it has not been deleted since
 * @param users how many users entered, or left
 */
public record ActChange(long segmentId, String segmentName, boolean segmentExists, OperationType type, long users) {
}
