package dev.segmentation.faults;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.segmentation.config.database.embedded.Writers;
import dev.segmentation.support.Api;
import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.TestDatabase;
import org.awaitility.core.ConditionTimeoutException;

import static org.awaitility.Awaitility.await;

/**
 * Checks what must be true after every fault. It collects all problems before it fails.
 */
final class Aftermath {

	private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(10);

	private static final Duration LONGEST_TASK = Duration.ofSeconds(60);

	private final List<String> problems = new ArrayList<>();

	private final List<String> figures = new ArrayList<>();

	/**
	 * Waits until the service answers from its database. Call this when the fault is over.
	 */
	Aftermath answersAgain(Api api) {
		long start = System.nanoTime();
		check("answers within 10 s", () -> await().atMost(LONGEST_RECOVERY)
			.ignoreException(UncheckedIOException.class)
			.until(() -> api.get("/segments/").status() == 200));
		this.figures.add("answers after %d ms".formatted(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
		return this;
	}

	Aftermath keeps(Writers writers, TestDatabase database) {
		writers.stop();
		check("keeps acknowledged writes", () -> writers.verify(database));
		this.figures.add(writers.acknowledged().size() + " acknowledged writes");
		return agrees(database);
	}

	Aftermath agrees(TestDatabase database) {
		List<String> mismatches = new ArrayList<>(database.historyMismatches());
		mismatches.addAll(database.sizeMismatches());
		check("memberships, history and sizes agree", mismatches.isEmpty(), String.valueOf(mismatches));
		this.figures.add(mismatches.size() + " mismatches");
		return this;
	}

	Aftermath endsTasks(TestDatabase database) {
		check("ends all tasks", () -> await().atMost(LONGEST_TASK)
			.until(() -> database.jdbc()
				.sql("SELECT count(*) FROM tasks WHERE state = 'RUNNING'")
				.query(Long.class)
				.single() == 0));
		this.figures.add("tasks " + database.jdbc()
			.sql("SELECT coalesce(string_agg(kind || ' ' || state, ', ' ORDER BY id), 'none') FROM tasks")
			.query(String.class)
			.single());
		return this;
	}

	/** The log tells a fault in sentences. A stack trace means that nobody expected it. */
	Aftermath logsSentences(ApplicationProcess application) {
		long frames = application.output().lines().filter((line) -> line.startsWith("\tat ")).count();
		check("logs no stack traces", frames == 0, frames + " lines of stack traces");
		return this;
	}

	Aftermath check(String what, boolean holds, String otherwise) {
		if (!holds) {
			this.problems.add("not true: " + what + " (" + otherwise + ")");
		}
		return this;
	}

	Aftermath note(String figure) {
		this.figures.add(figure);
		return this;
	}

	private void check(String what, Runnable check) {
		try {
			check.run();
		}
		catch (AssertionError | ConditionTimeoutException ex) {
			check(what, false, String.valueOf(ex.getMessage()));
		}
	}

	/** Returns the figures, or fails with all problems. */
	String figures() {
		String text = String.join(", ", this.figures);
		if (!this.problems.isEmpty()) {
			throw new AssertionError(String.join("; ", this.problems) + "; " + text);
		}
		return text;
	}

}
