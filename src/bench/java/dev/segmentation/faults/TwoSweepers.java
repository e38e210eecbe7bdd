package dev.segmentation.faults;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.trial.Scenario;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.awaitility.Awaitility.await;

/**
 * Two instances are both in the middle of expiring memberships, and one of them is
 * killed. Each membership ends once.
 */
record TwoSweepers() implements Scenario {

	private static final int MEMBERSHIPS = 1000;

	private static final Duration LONGEST_SWEEP = Duration.ofSeconds(30);

	@Override
	public String name() {
		return "two-sweepers";
	}

	@Override
	public String run(Path folder) throws SQLException {
		// Small batches leave work for the second instance.
		Map<String, String> environment = Map.of("SEGMENTATION_EXPIRY_BATCH", String.valueOf(MEMBERSHIPS / 4));
		try (ForeignSite site = new ForeignSite(folder, environment); ApplicationProcess other = site.startAnother()) {
			TestDatabase database = site.database();
			addForASecond(database.jdbc());
			try (Hold hold = new Hold(database, "operations")) {
				// An instance runs one sweep at a time, so these are two instances.
				hold.awaitBlocked("expire_memberships", 2);
				other.kill();
				other.awaitExit();
			}
			await().atMost(LONGEST_SWEEP).until(() -> count(database, "SELECT count(*) FROM memberships") == 0);
			long ends = count(database, "SELECT coalesce(sum(user_count), 0) FROM operations WHERE type = 'deleted'");
			return site.aftermath()
				.note("2 sweeps at once, %d ends of %d memberships".formatted(ends, MEMBERSHIPS))
				.check("each ends once", ends == MEMBERSHIPS, ends + " ends")
				.figures();
		}
	}

	private static void addForASecond(JdbcClient jdbc) {
		Sql.addUsers(jdbc, MEMBERSHIPS);
		jdbc.sql("""
				SELECT added
				FROM add_segment_members(:segment, ARRAY(SELECT id FROM users), interval '1 second', NULL, 'api', 1)
				""").param("segment", Sql.addSegment(jdbc)).query().singleRow();
	}

	private static long count(TestDatabase database, String sql) {
		return database.jdbc().sql(sql).query(Long.class).single();
	}

}
