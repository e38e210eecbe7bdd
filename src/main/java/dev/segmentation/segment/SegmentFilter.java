package dev.segmentation.segment;

/**
 * The segments of a list and their order.
 *
 * @param query a part of the name or description, in any case; empty for all segments
 */
public record SegmentFilter(String query, SegmentSort sort, boolean descending) {

	/** All segments by name. */
	public static final SegmentFilter ALL = new SegmentFilter("", SegmentSort.NAME, false);

}
