package dev.segmentation.bench;

import java.util.List;

/**
 * Something to measure.
 */
interface Work {

	/** As in {@code WORK=}. */
	String name();

	/**
	 * Measures it.
	 * @throws Exception when it cannot be measured: the report says so and goes on
	 */
	List<Row> measure(Bench bench) throws Exception;

}
