package dev.segmentation.bench;

import org.jspecify.annotations.Nullable;

/**
 * A line of the report.
 *
 * @param here the application's result
 * @param limit the result of the same SQL without the application
 * @param ratio the application's speed divided by that of the limit
 * @param goal the goal as text
 * @param met whether the goal was met; {@code null} without a goal
 */
record Row(String work, String here, String limit, String ratio, String goal, @Nullable Boolean met) {

	/** No limit was measured. */
	static final String NONE = "–";

	/**
	 * Creates the row of work that failed.
	 */
	static Row failed(String work, Exception cause) {
		return new Row(work, "**failed**: " + String.valueOf(cause.getMessage()).replaceAll("\\s+", " "), NONE, NONE,
				NONE, false);
	}

	/**
	 * Creates the row of a load test.
	 */
	static Row of(String work, Load here, Load limit, String goal, boolean met) {
		return new Row(work, here.text(), limit.text(), ratio(here.rate() / limit.rate()), goal, met);
	}

	/**
	 * Creates the row of work that was repeated on both sides.
	 */
	static Row of(String work, Timings here, Timings limit, String goal, @Nullable Boolean met) {
		return new Row(work, here.text(), limit.text(), ratio(limit.median() / here.median()), goal, met);
	}

	private static String ratio(double ratio) {
		return "%.2f".formatted(ratio);
	}

	String markdown() {
		String verdict = (this.met == null) ? "" : this.met ? "yes" : "**no**";
		return "| %s | %s | %s | %s | %s | %s |".formatted(this.work, this.here, this.limit, this.ratio, this.goal,
				verdict);
	}

}
