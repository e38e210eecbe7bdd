package dev.segmentation.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long the same thing took, each time, in seconds.
 */
record Timings(List<Double> seconds) {

	Timings {
		seconds = new ArrayList<>(seconds);
		Collections.sort(seconds);
	}

	double median() {
		return percentile(50);
	}

	double percentile(double percent) {
		return this.seconds.get((int) Math.min(this.seconds.size() - 1, this.seconds.size() * percent / 100));
	}

	double max() {
		return this.seconds.getLast();
	}

	/** As the table shows it. */
	String text() {
		return "%s (%s to %s)".formatted(text(median()), text(this.seconds.getFirst()), text(max()));
	}

	/** Seconds, or milliseconds when they are few. */
	static String text(double seconds) {
		return (seconds < 0.1) ? "%.1f ms".formatted(seconds * 1000) : "%.2f s".formatted(seconds);
	}

}
