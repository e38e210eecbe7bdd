package dev.segmentation.segment;

import dev.segmentation.shared.refusal.ConflictException;

/**
 * The segment was changed after the user saw it.
 */
public class SegmentChangedException extends ConflictException {

	public SegmentChangedException() {
		super("segment.changed", "segment has changed meanwhile");
	}

}
