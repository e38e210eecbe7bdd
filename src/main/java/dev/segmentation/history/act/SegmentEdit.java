package dev.segmentation.history.act;

/**
 * A change of the name or the description of a segment.
 *
 * @param segmentExists whether the segment still exists
 */
public record SegmentEdit(long actId, long segmentId, boolean segmentExists, String nameBefore, String nameAfter,
		String descriptionBefore, String descriptionAfter) {

	/**
	 * Whether the name was changed.
	 */
	public boolean isRenamed() {
		return !this.nameBefore.equals(this.nameAfter);
	}

	/**
	 * Whether the description was changed.
	 */
	public boolean isDescribed() {
		return !this.descriptionBefore.equals(this.descriptionAfter);
	}

}
