package dev.segmentation.bench;

import org.jspecify.annotations.Nullable;

/**
 * A line of the report.
 *
 * @param here what the application did
 * @param limit what the same SQL did without it
 * @param ratio the application's figure by the limit's; more than 1 is more work a second
 * or less time
 * @param goal what is asked for
 * @param met whether it was; {@code null} when nothing is asked for
 */
record Row(String work, String here, String limit, String ratio, String goal, @Nullable Boolean met) {

	/** No limit was measured. */
	static final String NONE = "–";

	/**
	 * Work that could not be measured.
	 */
	static Row failed(String work, Exception cause) {
		return new Row(work, "**failed**: " + String.valueOf(cause.getMessage()).replaceAll("\\s+", " "), NONE,
				NONE, NONE, false);
	}

	/**
	 * Load on both sides.
	 */
	static Row of(String work, Load here, Load limit, String goal, boolean met) {
		return new Row(work, here.text(), limit.text(), ratio(here.rate() / limit.rate()), goal, met);
	}

	/**
	 * The same thing done on both sides, several times.
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
