package dev.segmentation.segment;

/**
 * Which segments, in which order.
 *
 * @param query part of the name or description, in any case; empty for all
 */
public record SegmentFilter(String query, SegmentSort sort, boolean descending) {

	/** All of them by name. */
	public static final SegmentFilter ALL = new SegmentFilter("", SegmentSort.NAME, false);

	public SegmentFilter {
		// No text in the database holds a NUL; it cannot even be asked for.
		query = query.replace("\0", "").strip();
	}

}
