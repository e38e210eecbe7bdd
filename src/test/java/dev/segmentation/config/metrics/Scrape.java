package dev.segmentation.config.metrics;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An answer with all metrics, in the text format of Prometheus.
 */
public record Scrape(String text) {

	/**
	 * Returns the names of all time series.
	 */
	public Set<String> names() {
		return series().map((line) -> line.split("[{ ]", 2)[0]).collect(Collectors.toSet());
	}

	/**
	 * Returns the value of a time series, for example {@code calls_total{reason="busy"}}.
	 */
	public double value(String series) {
		return series().filter((line) -> line.startsWith(series + " "))
			.map((line) -> Double.parseDouble(line.substring(series.length() + 1)))
			.findFirst()
			.orElseThrow(() -> new AssertionError("Missing: " + series));
	}

	double growth(Scrape before, String series) {
		return value(series) - before.value(series);
	}

	private Stream<String> series() {
		return this.text.lines().filter((line) -> !line.startsWith("#"));
	}

}
