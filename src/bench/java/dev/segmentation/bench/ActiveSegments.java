package dev.segmentation.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures GET /users/active_segments, which clients call for every page view.
 */
final class ActiveSegments implements Work {

	@Override
	public List<Row> measure(Bench bench) throws Exception {
		List<Row> rows = new ArrayList<>();
		rows.add(row(bench, 2, 3_042, 1_000));
		rows.add(row(bench, 32, 3_885, 30));
		rows.add(row(bench, 128, 3_630, 10_000));
		long memory = bench.jar().mostMemory();
		rows.add(new Row("memory after that", "%d MB".formatted(memory), Row.NONE, Row.NONE, Row.NONE, null));
		return rows;
	}

	private static Row row(Bench bench, int connections, double rate, double p99) throws Exception {
		Bench.Compared<Load> load = bench.load("active", connections, Math.min(connections, 2),
				List.of(String.valueOf(bench.members())), Map.of("users", bench.members()));
		Load here = load.here();
		return Row.of("active segments, %d connections".formatted(connections), here, load.limit(),
				"%,.0f/s%s, no error".formatted(rate, (p99 < 1_000) ? ", p99 %.0f ms".formatted(p99) : ""),
				here.rate() >= rate && here.p99() <= p99 && here.errors() == 0);
	}

}
