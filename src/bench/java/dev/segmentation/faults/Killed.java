package dev.segmentation.faults;

import java.nio.file.Path;

import dev.segmentation.config.database.embedded.Writers;
import dev.segmentation.trial.Scenario;

/**
 * Clients write, and a process is killed as by a power cut.
 */
record Killed(String name, boolean program, boolean database) implements Scenario {

	private static final int WRITES = 100;

	@Override
	public String run(Path folder) {
		try (EmbeddedSite site = new EmbeddedSite(folder); Writers writers = site.startWriters()) {
			writers.awaitAcknowledged(WRITES);
			site.kill(this.program, this.database);
			if (this.program) {
				writers.stop();
				site.startAgain();
			}
			return site.aftermath().keeps(writers).figures();
		}
	}

}
