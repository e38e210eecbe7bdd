package dev.segmentation.segment;

import org.springframework.stereotype.Component;

/**
 * Adds the recorded changes of segments' sizes to the saved sizes. Reads do not depend on
 * it, because they add the remaining changes themselves. One instance does it at a time.
 */
@Component
public class FoldSegmentChangesJob {

	private static final int BATCH = 10_000;

	private final SegmentRepository segments;

	FoldSegmentChangesJob(SegmentRepository segments) {
		this.segments = segments;
	}

	/**
	 * Adds all changes recorded by now, batch by batch.
	 * @return the number of changes that this instance added
	 */
	public long fold() {
		long total = 0;
		long folded;
		do {
			folded = this.segments.foldChanges(BATCH);
			total += folded;
		}
		while (folded == BATCH);
		return total;
	}

}
