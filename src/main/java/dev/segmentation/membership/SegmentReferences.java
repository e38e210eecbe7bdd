package dev.segmentation.membership;

import java.util.List;

/**
 * The segments that a request names, by id or by name.
 */
public sealed interface SegmentReferences {

	record Ids(List<Long> ids) implements SegmentReferences {
	}

	record Names(List<String> names) implements SegmentReferences {
	}

}
