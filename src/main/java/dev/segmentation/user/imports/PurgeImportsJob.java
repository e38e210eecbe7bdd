package dev.segmentation.user.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets the lines of imports that are old or that nobody wanted: they are personal
 * data. What became of the import stays.
 */
@Component
class PurgeImportsJob {

	private static final Logger logger = LoggerFactory.getLogger(PurgeImportsJob.class);

	private static final int BATCH = 10_000;

	private final ImportRepository imports;

	private final ImportLineRepository lines;

	private final Duration keep;

	private final Clock clock;

	PurgeImportsJob(ImportRepository imports, ImportLineRepository lines, ImportProperties properties, Clock clock) {
		this.imports = imports;
		this.lines = lines;
		this.keep = properties.keep();
		this.clock = clock;
	}

	@Scheduled(initialDelay = 2, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void run() {
		try {
			this.imports.findUnpurgedBefore(this.clock.instant().minus(this.keep)).forEach(this::purge);
			this.imports.findDoneAndUnpurged().forEach((id) -> inBatches(() -> this.lines.deleteAccepted(id, BATCH)));
		}
		catch (DataAccessException ex) {
			logger.warn("Old imports could not be purged, the next run tries again: {}", ex.getMessage());
		}
	}

	private void purge(long id) {
		this.imports.giveUp(id);
		inBatches(() -> this.lines.delete(id, BATCH));
		this.imports.recordPurge(id);
	}

	private static void inBatches(IntSupplier deletion) {
		int deleted;
		do {
			deleted = deletion.getAsInt();
		}
		while (deleted == BATCH);
	}

}
