package dev.segmentation.trial;

import java.util.Locale;

/**
 * How a scenario ended.
 */
record Outcome(String scenario, End end, double seconds, String figures) {

	static Outcome passed(Scenario scenario, long start, String figures) {
		return of(scenario, End.PASSED, start, figures);
	}

	static Outcome skipped(Scenario scenario, long start, SkippedException reason) {
		return of(scenario, End.SKIPPED, start, String.valueOf(reason.getMessage()));
	}

	static Outcome failed(Scenario scenario, long start, Throwable reason) {
		return of(scenario, End.FAILED, start, String.valueOf(reason));
	}

	private static Outcome of(Scenario scenario, End end, long start, String figures) {
		return new Outcome(scenario.name(), end, (System.nanoTime() - start) / 1e9, figures);
	}

	/** One row of the report. */
	String markdown() {
		String line = this.figures.strip().replaceAll("\\s+", " ").replace("|", "\\|");
		return "| %s | %s | %.0f | %s |".formatted(this.scenario, this.end.text(), this.seconds,
				line.substring(0, Math.min(line.length(), 500)));
	}

	/**
	 * The kinds of ends.
	 */
	enum End {

		PASSED, FAILED, SKIPPED;

		String text() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
