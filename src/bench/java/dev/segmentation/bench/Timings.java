package dev.segmentation.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The durations of repeated runs of the same work, in seconds.
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

	/** Formats the durations for the table. */
	String text() {
		return "%s (%s to %s)".formatted(text(median()), text(this.seconds.getFirst()), text(max()));
	}

	/** Formats a duration in seconds, or in milliseconds below 0.1 seconds. */
	static String text(double seconds) {
		return (seconds < 0.1) ? "%.1f ms".formatted(seconds * 1000) : "%.2f s".formatted(seconds);
	}

}
