package dev.segmentation.faults;

import java.net.URI;
import java.nio.file.Path;

import dev.segmentation.config.database.embedded.ForeignServer;
import dev.segmentation.config.database.embedded.Writers;
import dev.segmentation.support.Api;
import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.trial.Scenario;

import static org.awaitility.Awaitility.await;

/**
 * Connections break between a COMMIT and its answer, 20 times.
 */
record CommitCut() implements Scenario {

	private static final int WRITES = 100;

	private static final int CUTS = 20;

	@Override
	public String name() {
		return "commit-cut";
	}

	@Override
	public String run(Path folder) {
		try (ForeignServer server = ForeignServer.create(folder);
				CuttingProxy proxy = new CuttingProxy(port(server.database()));
				ApplicationProcess application = Foreign.start(folder, behind(proxy, server.database()))) {
			Api api = application.api().as("admin", Site.PASSWORD);
			try (Writers writers = Writers.start(api, server.database())) {
				writers.awaitAcknowledged(WRITES);
				proxy.cut(CUTS);
				await().until(() -> proxy.pending() == 0);
				return Aftermath.of(application, api, server.database())
					.note(CUTS + " answers lost")
					.keeps(writers)
					.figures();
			}
		}
	}

	private static int port(TestDatabase database) {
		return URI.create(database.url().substring("jdbc:".length())).getPort();
	}

	private static TestDatabase behind(CuttingProxy proxy, TestDatabase database) {
		String url = database.url().replace(":" + port(database), ":" + proxy.port());
		return new TestDatabase(url, database.user(), database.password());
	}

}
