package dev.segmentation.segment;

import dev.segmentation.shared.ConflictException;

/**
 * The name is taken by another segment.
 */
public class SegmentExistsException extends ConflictException {

	public SegmentExistsException() {
		super("segment.exists", "segment already exists");
	}

}
