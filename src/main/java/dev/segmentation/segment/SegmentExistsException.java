package dev.segmentation.segment;

import dev.segmentation.shared.refusal.ConflictException;

/**
 * Another segment has this name.
 */
public class SegmentExistsException extends ConflictException {

	public SegmentExistsException() {
		super("segment.exists", "segment already exists");
	}

}
