package dev.segmentation.segment;

import dev.segmentation.shared.Page;

/**
 * A page of the list of segments.
 *
 * @param matching the number of segments that match the search
 * @param total the number of all segments
 */
public record SegmentList(Page<SegmentSummary> page, long matching, long total) {

}
