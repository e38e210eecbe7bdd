package dev.segmentation.segment;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list of segments.
 *
 * @param before where the page before this one ends; {@code null} on the first
 * @param after where the next page begins; {@code null} on the last
 * @param matching how many segments match, on all pages
 * @param total how many segments there are
 */
public record SegmentPage(List<SegmentSummary> segments, @Nullable SegmentCursor before, @Nullable SegmentCursor after,
		long matching, long total) {
}
