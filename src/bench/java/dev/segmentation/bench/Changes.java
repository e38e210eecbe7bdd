package dev.segmentation.bench;

import java.util.List;
import java.util.Map;

/**
 * Measures adding a user to a segment and removing the user again.
 */
final class Changes implements Work {

	private static final int CONNECTIONS = 8;

	@Override
	public List<Row> measure(Bench bench) throws Exception {
		long share = bench.users() / CONNECTIONS;
		Bench.Compared<Load> load = bench.load("changes", CONNECTIONS, CONNECTIONS,
				() -> List.of(Segments.create(bench, "CHANGES", ""), String.valueOf(share)),
				() -> Map.of("segment", Long.valueOf(Segments.create(bench, "CHANGES", "")), "share", share));
		// pgbench counts an addition and its removal as one transaction.
		Load limit = new Load(load.limit().rate() * 2, load.limit().median() / 2, load.limit().p99() / 2, 0);
		Load here = load.here();
		return List.of(Row.of("add and remove a segment, 8 connections, changes", here, limit,
				"half of the limit, no conflict", here.rate() >= limit.rate() / 2 && here.errors() == 0));
	}

}
