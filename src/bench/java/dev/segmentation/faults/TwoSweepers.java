package dev.segmentation.faults;

import java.nio.file.Path;
import java.util.stream.IntStream;

import dev.segmentation.config.database.embedded.ForeignServer;
import dev.segmentation.support.Api;
import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.trial.Scenario;

import static org.awaitility.Awaitility.await;

/**
 * Two instances expire the same memberships, and one of them is killed. Each membership
 * ends once.
 */
record TwoSweepers() implements Scenario {

	private static final int MEMBERSHIPS = 300;

	@Override
	public String name() {
		return "two-sweepers";
	}

	@Override
	public String run(Path folder) {
		try (ForeignServer server = ForeignServer.create(folder);
				ApplicationProcess one = Foreign.start(folder, server);
				ApplicationProcess other = Foreign.start(folder, server)) {
			Api api = one.api().as("admin", Site.PASSWORD);
			IntStream.range(0, MEMBERSHIPS).forEach((n) -> addForASecond(api, server.database()));
			other.kill();
			await().until(() -> count(server.database(), "SELECT count(*) FROM memberships") == 0);
			long ends = count(server.database(),
					"SELECT coalesce(sum(user_count), 0) FROM operations WHERE type = 'deleted'");
			return new Aftermath().note(ends + " ends of " + MEMBERSHIPS + " memberships")
				.check("each ends once", ends == MEMBERSHIPS, ends + " ends")
				.answersAgain(api)
				.agrees(server.database())
				.logsSentences(one)
				.figures();
		}
	}

	private static void addForASecond(Api api, TestDatabase database) {
		String body = "{\"user_id\": %d, \"segment_ids\": [%d], \"ttl\": \"1s\"}"
			.formatted(Sql.addUser(database.jdbc()), Sql.addSegment(database.jdbc()));
		api.post("/operations/add_segments", body);
	}

	private static long count(TestDatabase database, String sql) {
		return database.jdbc().sql(sql).query(Long.class).single();
	}

}
