package dev.segmentation.segment;

import dev.segmentation.shared.ConflictException;

/**
 * Somebody else has changed the segment since it was seen.
 */
public class SegmentChangedException extends ConflictException {

	public SegmentChangedException() {
		super("segment.changed", "segment has changed meanwhile");
	}

}
