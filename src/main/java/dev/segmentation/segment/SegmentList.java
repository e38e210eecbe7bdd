package dev.segmentation.segment;

import dev.segmentation.shared.Page;

/**
 * A page of the list of segments.
 *
 * @param matching the number of segments that match the search
 * @param before the number of matching segments before the page
 * @param total the number of all segments
 * @param users the number of all users
 */
public record SegmentList(Page<SegmentSummary> page, long matching, long before, long total, long users) {

}
