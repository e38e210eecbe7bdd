package dev.segmentation.faults;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import dev.segmentation.support.Sql;
import dev.segmentation.trial.Scenario;

import static org.awaitility.Awaitility.await;

/**
 * Each kind of task is in the middle. The database is stopped and started, then killed
 * and started. The task goes on each time, its page tells so, and its result is complete.
 */
record RestartedInTask() implements Scenario {

	private static final int USERS = 100_000;

	private static final Duration LONGEST_TASK = Duration.ofSeconds(90);

	@Override
	public String name() {
		return "database-restarted-in-task";
	}

	@Override
	public String run(Path folder) throws SQLException {
		try (ForeignSite site = new ForeignSite(folder)) {
			Sql.addUsers(site.database().jdbc(), USERS);
			List<LongWork> tasks = Arrays.stream(LongWork.values()).filter(LongWork::hasTask).toList();
			for (LongWork work : tasks) {
				interruptTwice(work, site);
			}
			return site.aftermath()
				.tells("The database interrupted task")
				.note(tasks.size() + " kinds of tasks interrupted twice, with a note on their pages, and complete")
				.figures();
		}
	}

	private static void interruptTwice(LongWork work, ForeignSite site) throws SQLException {
		Hold first = work.stop(site);
		work.awaitMiddle(site, first);
		Hold second = restart(site, first, work, site.server()::stop);
		long task = work.runningTask(site).orElseThrow();
		requireNote(work, site, task);
		Hold third = restart(site, second, work, site.server()::kill);
		requireNote(work, site, task);
		third.close();
		await(work + " ends").atMost(LONGEST_TASK).until(() -> work.runningTask(site).isEmpty());
		String end = site.database()
			.jdbc()
			.sql("SELECT state || ' after ' || interruptions || ' interruptions' FROM tasks WHERE id = ?")
			.param(task)
			.query(String.class)
			.single();
		require("DONE after 2 interruptions".equals(end), work + " is " + end);
		require(work.isComplete(site.database().jdbc()), work + " is not complete, or was done twice");
	}

	/** The task is stopped again before the application gets its database back. */
	private static Hold restart(ForeignSite site, Hold hold, LongWork work, Runnable end) throws SQLException {
		site.server().admit(0);
		end.run();
		hold.close();
		site.server().start();
		Hold next = work.hold(site);
		site.server().admit(-1);
		site.awaitAnswers();
		work.awaitMiddle(site, next);
		return next;
	}

	private static void requireNote(LongWork work, Site site, long task) {
		String page = site.pages().get("/tasks/" + task).body();
		require(page.contains("The database could not save changes for a while."), work + " has no note: " + page);
	}

	private static void require(boolean holds, String otherwise) {
		if (!holds) {
			throw new AssertionError(otherwise);
		}
	}

}
