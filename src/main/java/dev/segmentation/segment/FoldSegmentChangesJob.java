package dev.segmentation.segment;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts what has changed into the kept sizes. Readers do not wait for it: they add what
 * is not yet counted in. Of several instances one folds at a time.
 */
@Component
public class FoldSegmentChangesJob {

	private static final int BATCH = 10_000;

	private static final Logger logger = LoggerFactory.getLogger(FoldSegmentChangesJob.class);

	private final SegmentRepository segments;

	FoldSegmentChangesJob(SegmentRepository segments) {
		this.segments = segments;
	}

	@Scheduled(fixedDelay = 1000)
	void run() {
		try {
			fold();
		}
		catch (DataAccessException ex) {
			logger.warn("Changes could not be counted in, the next run tries again: {}", ex.getMessage());
		}
	}

	/**
	 * Counts in all that waits, batch by batch.
	 * @return how many changes this instance has counted in
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
