package dev.segmentation.faults;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import dev.segmentation.config.database.embedded.Writers;
import dev.segmentation.trial.Scenario;

/**
 * An administrator stops the database for 30 seconds, and starts it again.
 */
record DatabaseStopped() implements Scenario {

	private static final int WRITES = 100;

	private static final int SECONDS = 30;

	@Override
	public String name() {
		return "database-stopped";
	}

	@Override
	public String run(Path folder) throws InterruptedException {
		try (ForeignSite site = new ForeignSite(folder); Writers writers = site.startWriters()) {
			writers.awaitAcknowledged(WRITES);
			site.server().stop();
			TimeUnit.SECONDS.sleep(SECONDS);
			site.server().start();
			return site.aftermath().tells("The database is unavailable").keeps(writers).figures();
		}
	}

}
