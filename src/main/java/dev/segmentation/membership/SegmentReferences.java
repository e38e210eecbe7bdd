package dev.segmentation.membership;

import java.util.List;

/**
 * The segments that a change names: by id or by name.
 */
public sealed interface SegmentReferences {

	/**
	 * By id.
	 */
	record Ids(List<Long> ids) implements SegmentReferences {
	}

	/**
	 * By name.
	 */
	record Names(List<String> names) implements SegmentReferences {
	}

}
