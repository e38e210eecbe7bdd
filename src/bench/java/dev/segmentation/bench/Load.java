package dev.segmentation.bench;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The result of a run under load.
 *
 * @param rate requests per second
 * @param median latency in milliseconds
 * @param p99 latency in milliseconds
 * @param errors responses other than 2xx, broken connections and timeouts
 */
record Load(double rate, double median, double p99, long errors) {

	/**
	 * Combines several runs: the median of each figure, and the sum of the errors.
	 */
	static Load median(List<Load> runs) {
		return new Load(middle(runs, Load::rate), middle(runs, Load::median), middle(runs, Load::p99),
				runs.stream().mapToLong(Load::errors).sum());
	}

	private static double middle(List<Load> runs, ToDoubleFunction<Load> figure) {
		List<Load> sorted = runs.stream().sorted(Comparator.comparingDouble(figure)).toList();
		return figure.applyAsDouble(sorted.get(sorted.size() / 2));
	}

	/** Formats the result for the table. */
	String text() {
		return "%,.0f/s, p50 %.1f ms, p99 %.1f ms%s".formatted(this.rate, this.median, this.p99,
				(this.errors > 0) ? ", **%d errors**".formatted(this.errors) : "");
	}

}
