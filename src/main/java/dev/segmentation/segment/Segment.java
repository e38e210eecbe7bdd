package dev.segmentation.segment;

import java.math.BigDecimal;

import dev.segmentation.shared.refusal.NotFoundException;

/**
 * A named set of users.
 *
 * @param assignPercent the percentage (0 to 100, two decimals) of all users that was
 * added when it was created
 */
public record Segment(long id, String name, BigDecimal assignPercent) {

	/**
	 * The refusal of a request that names an unknown segment.
	 */
	public static NotFoundException notFound() {
		return new NotFoundException("segment.missing", "segment/segments does not exist");
	}

}
