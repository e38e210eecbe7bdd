package dev.segmentation.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.segmentation.config.database.embedded.Writers;
import dev.segmentation.support.Api;
import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.TestDatabase;

import static org.awaitility.Awaitility.await;

/**
 * Checks what must be true after every fault. It collects all problems before it fails.
 */
final class Aftermath {

	private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(10);

	/**
	 * An instance that was killed sends no heartbeat, which is noticed after 30 seconds.
	 */
	private static final Duration LONGEST_TASK = Duration.ofSeconds(90);

	private final ApplicationProcess application;

	private final TestDatabase database;

	private final List<String> problems = new ArrayList<>();

	private final List<String> figures = new ArrayList<>();

	private Aftermath(ApplicationProcess application, TestDatabase database) {
		this.application = application;
		this.database = database;
	}

	/**
	 * Waits until the service answers. Call this at the moment when the fault is over.
	 */
	static Aftermath of(ApplicationProcess application, Api api, TestDatabase database) {
		Aftermath aftermath = new Aftermath(application, database);
		long start = System.nanoTime();
		aftermath.check("reads, writes and pages are answered within 10 s",
				() -> await().atMost(LONGEST_RECOVERY).ignoreExceptions().until(() -> answers(api)));
		return aftermath
			.note("answers after %d ms".formatted(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
	}

	private static boolean answers(Api api) {
		String segment = "{\"name\": \"AFTER-%d\"}".formatted(System.nanoTime());
		return api.get("/segments/").status() == 200 && api.post("/segments/create", segment).status() == 201
				&& api.callBytes("GET", "/login", null).status() == 200;
	}

	/** Stops the writers and looks for each of their acknowledged writes. */
	Aftermath keeps(Writers writers) {
		writers.stop();
		return check("every acknowledged write is there", () -> writers.verify(this.database))
			.note(writers.acknowledged().size() + " acknowledged writes");
	}

	/** Checks the rest, and returns the figures or fails with all problems. */
	String figures() {
		check("no task is stuck or failed", this::endTasks);
		check("memberships, history and sizes agree", this::agree);
		check("the log has sentences only", this::logsSentences);
		String text = String.join(", ", this.figures);
		if (!this.problems.isEmpty()) {
			throw new AssertionError(String.join("; ", this.problems) + "; " + text);
		}
		return text;
	}

	private void endTasks() {
		await().atMost(LONGEST_TASK).ignoreExceptions().until(() -> tasks("state = 'RUNNING'").equals("none"));
		note("tasks: " + tasks("true"));
		check("no task failed", tasks("state = 'FAILED'").equals("none"), tasks("state = 'FAILED'"));
	}

	private String tasks(String condition) {
		return this.database.jdbc().sql("""
				SELECT coalesce(string_agg(count || ' ' || kind || ' ' || state, ', '), 'none')
				FROM (SELECT count(*), kind, state FROM tasks WHERE %s GROUP BY 2, 3 ORDER BY 2, 3)
				""".formatted(condition)).query(String.class).single();
	}

	private void agree() {
		List<String> mismatches = Stream.of(this.database.historyMismatches(), this.database.sizeMismatches())
			.flatMap(List::stream)
			.toList();
		note(mismatches.size() + " mismatches");
		check("there are no mismatches", mismatches.isEmpty(), String.valueOf(mismatches));
	}

	/**
	 * The log tells a fault in sentences. A stack trace means that nobody expected it.
	 */
	private void logsSentences() {
		List<String> lines = this.application.output().lines().toList();
		List<String> traces = lines.stream().filter((line) -> line.startsWith("\tat ")).toList();
		List<String> sentences = lines.stream().filter((line) -> line.matches(".* (WARN|ERROR) .*")).toList();
		note("%d warnings in the log".formatted(sentences.size()));
		check("it has no stack traces", traces.isEmpty(), traces.size() + " lines of stack traces, at first "
				+ lines.stream().takeWhile((line) -> !line.startsWith("\tat ")).reduce("", (first, next) -> next));
	}

	/** The log tells the fault in one sentence, which has these words. */
	Aftermath tells(String words) {
		return check("the log tells \"%s\"".formatted(words), this.application.output().contains(words), "it does not");
	}

	Aftermath check(String what, boolean holds, String otherwise) {
		if (!holds) {
			this.problems.add("not true: %s (%s)".formatted(what, otherwise));
		}
		return this;
	}

	Aftermath note(String figure) {
		this.figures.add(figure);
		return this;
	}

	/** Any exception is a problem, and does not prevent the other checks. */
	private Aftermath check(String what, Runnable check) {
		try {
			check.run();
		}
		catch (RuntimeException | AssertionError ex) {
			check(what, false, String.valueOf(ex.getMessage()));
		}
		return this;
	}

}
