package dev.segmentation.faults;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import dev.segmentation.config.database.embedded.ForeignServer;
import dev.segmentation.config.database.embedded.Writers;
import dev.segmentation.support.Api;
import dev.segmentation.support.ApplicationProcess;
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
		try (ForeignServer server = ForeignServer.create(folder);
				ApplicationProcess application = Foreign.start(folder, server)) {
			Api api = application.api().as("admin", Site.PASSWORD);
			try (Writers writers = Writers.start(api, server.database())) {
				writers.awaitAcknowledged(WRITES);
				server.stop();
				TimeUnit.SECONDS.sleep(SECONDS);
				server.start();
				return Aftermath.of(application, api, server.database())
					.keeps(writers)
					.figures();
			}
		}
	}

}
