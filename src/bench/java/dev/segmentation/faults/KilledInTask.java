package dev.segmentation.faults;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.trial.Scenario;

import static org.awaitility.Awaitility.await;

/**
 * A task of each kind that the pages start is running, and a process is killed: a
 * percentage, an import and a report.
 */
record KilledInTask(String name, boolean program, boolean database) implements Scenario {

	private static final int USERS = 200_000;

	@Override
	public String run(Path folder) {
		try (Site site = new Site(folder)) {
			Sql.addUsers(site.database().jdbc(), USERS);
			Pages pages = site.pages();
			pages.post("/segments/new", Map.of("name", "HALF", "percent", "50"));
			pages.upload("/users/import", "file", "users.csv", users().getBytes(StandardCharsets.UTF_8));
			pages.post("/reports", Map.of("place", "FILE", "days", "1"));
			long running = awaitRunning(site.database());
			site.kill(this.program, this.database);
			if (this.program) {
				site.startAgain();
			}
			return new Aftermath().note(running + " tasks were running")
				.answersAgain(site.api())
				.endsTasks(site.database())
				.agrees(site.database())
				.logsSentences(site.application())
				.figures();
		}
	}

	private static String users() {
		return IntStream.range(0, USERS)
			.mapToObj((n) -> "new-%d,new-%d@example.com".formatted(n, n))
			.collect(Collectors.joining("\n", "login,email\n", "\n"));
	}

	private static long awaitRunning(TestDatabase database) {
		return await().until(() -> database.jdbc()
			.sql("SELECT count(*) FROM tasks WHERE state = 'RUNNING'")
			.query(Long.class)
			.single(), (running) -> running > 0);
	}

}
