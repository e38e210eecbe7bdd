package dev.segmentation.segment;

/**
 * The segments of a list and their order.
 *
 * @param query a part of the name or description, in any case; empty for all segments
 * @param restricted leaves out segments that all editors may change
 */
public record SegmentFilter(String query, SegmentSort sort, boolean descending, boolean restricted) {

	/** All segments by name. */
	public static final SegmentFilter ALL = new SegmentFilter("", SegmentSort.NAME, false, false);

}
