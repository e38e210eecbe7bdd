package dev.segmentation.set;

import java.util.List;

import dev.segmentation.segment.Segment;

/**
 * The numbers of users that each two of some segments share.
 *
 * @param users by the places of both segments in the list; for the same place twice, the
 * size of the segment
 */
public record Overlaps(List<Segment> segments, List<List<Long>> users) {
}
