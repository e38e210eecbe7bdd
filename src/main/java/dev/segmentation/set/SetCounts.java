package dev.segmentation.set;

import java.util.List;

import dev.segmentation.segment.Segment;

/**
 * The size of a set, and how many of its users each segment has.
 */
public record SetCounts(long users, List<Part> parts) {

	/**
	 * A segment of the expression.
	 *
	 * @param members the size of the segment
	 * @param shared how many of its members are in the set
	 */
	public record Part(Segment segment, long members, long shared) {
	}

}
