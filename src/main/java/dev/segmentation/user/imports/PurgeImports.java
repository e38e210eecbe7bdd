package dev.segmentation.user.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.function.IntSupplier;

import dev.segmentation.shared.Purge;

import org.springframework.stereotype.Component;

/**
 * Deletes the lines of old and discarded imports, because they are personal data. The
 * result of an import stays. An import that is done keeps only its rejected lines.
 */
@Component
class PurgeImports implements Purge {

	private static final int BATCH = 10_000;

	private final ImportRepository imports;

	private final ImportLineRepository lines;

	private final Duration keep;

	private final Clock clock;

	PurgeImports(ImportRepository imports, ImportLineRepository lines, ImportProperties properties, Clock clock) {
		this.imports = imports;
		this.lines = lines;
		this.keep = properties.keep();
		this.clock = clock;
	}

	@Override
	public void purge() {
		this.imports.findUnpurgedBefore(this.clock.instant().minus(this.keep)).forEach(this::purge);
		this.imports.findDoneAndUnpurged().forEach((id) -> inBatches(() -> this.lines.deleteAccepted(id, BATCH)));
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
