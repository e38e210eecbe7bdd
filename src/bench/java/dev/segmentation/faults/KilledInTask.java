package dev.segmentation.faults;

import java.nio.file.Path;
import java.sql.SQLException;

import dev.segmentation.support.Sql;
import dev.segmentation.trial.Scenario;

/**
 * Each kind of long work is in the middle, and a process is killed.
 */
record KilledInTask(String name, boolean program, boolean database) implements Scenario {

	private static final int USERS = 100_000;

	@Override
	public String run(Path folder) throws SQLException {
		try (EmbeddedSite site = new EmbeddedSite(folder)) {
			Sql.addUsers(site.database().jdbc(), USERS);
			Sql.addSegment(site.database().jdbc(), "HISTORY", "100");
			for (LongWork work : LongWork.values()) {
				killDuring(work, site);
			}
			return site.aftermath().note(LongWork.values().length + " kinds of work killed in the middle").figures();
		}
	}

	private void killDuring(LongWork work, EmbeddedSite site) throws SQLException {
		try (Hold hold = work.stop(site)) {
			work.awaitMiddle(site, hold);
			site.kill(this.program, this.database);
		}
		if (this.program) {
			site.startAgain();
		}
		else {
			site.awaitAnswers();
		}
	}

}
