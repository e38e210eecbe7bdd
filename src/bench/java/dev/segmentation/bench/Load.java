package dev.segmentation.bench;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a run under load came to.
 *
 * @param rate per second
 * @param median in milliseconds
 * @param p99 in milliseconds
 * @param errors answers other than 2xx, broken connections and timeouts
 */
record Load(double rate, double median, double p99, long errors) {

	/**
	 * The median of several runs in each figure; all their errors.
	 */
	static Load median(List<Load> runs) {
		return new Load(middle(runs, Load::rate), middle(runs, Load::median), middle(runs, Load::p99),
				runs.stream().mapToLong(Load::errors).sum());
	}

	private static double middle(List<Load> runs, ToDoubleFunction<Load> figure) {
		List<Load> sorted = runs.stream().sorted(Comparator.comparingDouble(figure)).toList();
		return figure.applyAsDouble(sorted.get(sorted.size() / 2));
	}

	/** As the table shows it. */
	String text() {
		return "%,.0f/s, p50 %.1f ms, p99 %.1f ms%s".formatted(this.rate, this.median, this.p99,
				(this.errors > 0) ? ", **%d errors**".formatted(this.errors) : "");
	}

}
