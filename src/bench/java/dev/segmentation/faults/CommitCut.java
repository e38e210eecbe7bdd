package dev.segmentation.faults;

import java.nio.file.Path;
import java.util.Map;

import dev.segmentation.config.database.embedded.ForeignServer;
import dev.segmentation.config.database.embedded.Writers;
import dev.segmentation.support.DatabaseProxy;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.trial.Scenario;

import static org.awaitility.Awaitility.await;

/**
 * The database commits a change, and all connections break before its answer, 20 times.
 */
record CommitCut() implements Scenario {

	private static final int WRITES = 100;

	private static final int CUTS = 20;

	/** Calls of the API commit with the statement itself. */
	private static final String CHANGE = "add_memberships";

	@Override
	public String name() {
		return "commit-cut";
	}

	@Override
	public String run(Path folder) {
		try (ForeignServer server = ForeignServer.create(folder);
				DatabaseProxy proxy = DatabaseProxy.before(server.database());
				Site site = new Site(folder, environment(proxy, server.database()), server::database);
				Writers writers = site.startWriters()) {
			writers.awaitAcknowledged(WRITES);
			for (int cut = 0; cut < CUTS; cut++) {
				proxy.loseAnswerTo(CHANGE);
				await().until(proxy::isStopped);
				proxy.restore();
				site.awaitAnswers();
			}
			return site.aftermath().note(CUTS + " answers lost").keeps(writers).figures();
		}
	}

	private static Map<String, String> environment(DatabaseProxy proxy, TestDatabase database) {
		return ForeignServer.environment(new TestDatabase(proxy.url(), database.user(), database.password()));
	}

}
