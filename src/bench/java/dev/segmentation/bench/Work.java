package dev.segmentation.bench;

import java.util.List;

/**
 * A kind of work that the benchmark measures.
 */
interface Work {

	/**
	 * Measures the work.
	 * @throws Exception if the work fails; the report then shows the error
	 */
	List<Row> measure(Bench bench) throws Exception;

}
