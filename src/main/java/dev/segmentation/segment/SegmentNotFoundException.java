package dev.segmentation.segment;

import dev.segmentation.shared.NotFoundException;

/**
 * A segment that the request names does not exist.
 */
public class SegmentNotFoundException extends NotFoundException {

	public SegmentNotFoundException() {
		super("segment/segments does not exist");
	}

}
