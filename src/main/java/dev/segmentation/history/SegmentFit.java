package dev.segmentation.history;

/**
 * A segment that a filter's text fits.
 *
 * @param name its name; its last one when it is deleted
 * @param rank how well it fits: the lower the better
 */
public record SegmentFit(long id, String name, int rank) {

	/**
	 * Returns the text that fits only this segment.
	 */
	public String text() {
		return this.name + " #" + this.id;
	}

}
