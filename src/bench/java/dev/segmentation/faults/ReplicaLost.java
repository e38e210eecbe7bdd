package dev.segmentation.faults;

import java.nio.file.Path;

import dev.segmentation.config.database.embedded.ReplicatedServer;
import dev.segmentation.config.database.embedded.Writers;
import dev.segmentation.trial.Scenario;

/**
 * The replica is killed while clients write, and comes back.
 */
record ReplicaLost() implements Scenario {

	private static final int WRITES = 100;

	@Override
	public String name() {
		return "replica-lost";
	}

	@Override
	public String run(Path folder) {
		try (ReplicatedServer server = ReplicatedServer.start(folder);
				Site site = new Site(folder, server.environment(), server::primary);
				Writers writers = site.startWriters()) {
			writers.awaitAcknowledged(WRITES);
			server.killReplica();
			writers.awaitAcknowledged(WRITES);
			int read = site.api().get("/segments/").status();
			server.startReplica();
			writers.awaitAcknowledged(WRITES);
			return site.aftermath()
				.check("a read answers 200 without the replica", read == 200, "it answered " + read)
				.keeps(writers)
				.figures();
		}
	}

}
