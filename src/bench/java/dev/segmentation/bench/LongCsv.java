package dev.segmentation.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures a CSV report of five million lines from an application with a small heap and
 * its own database.
 */
final class LongCsv implements Work {

	private static final long LINES = 5_000_000;

	private static final List<String> SMALL_HEAP = List.of("-Xmx128m");

	private static final String MONTH = "/api/v1/reports/file?year=2025&month=1";

	/** Each row has 64 users, like a block of a bulk change. */
	private static final String LOAD = """
			INSERT INTO operations (act_id, segment_id, segment_name, type, date, user_block, user_count, user_ids)
			SELECT 1, 1, 'SEGMENT-1', 'added', TIMESTAMPTZ '2025-01-01T00:00:00Z' + interval '10 milliseconds' * block,
			       block, 64, ARRAY(SELECT block * 64 + n FROM generate_series(0, 63) AS n)
			FROM generate_series(1, :blocks) AS block
			WHERE NOT EXISTS (SELECT FROM operations WHERE date < '2025-02-01')
			""";

	@Override
	public List<Row> measure(Bench bench) throws Exception {
		Path data = bench.folder().resolve("long-csv");
		try (RunningJar jar = bench.startAnother(bench.packaged(), data, SMALL_HEAP)) {
			Server.embedded(data).jdbc().sql(LOAD).param("blocks", LINES / 64).update();
			return List.of(row(bench, jar, Api.signIn(jar.url())));
		}
	}

	private static Row row(Bench bench, RunningJar jar, Api api) throws Exception {
		List<Double> times = new ArrayList<>();
		// The first report warms up the application.
		api.drain(MONTH);
		long before = jar.memory();
		for (int round = 0; round < bench.rounds(); round++) {
			times.add(Bench.time(() -> api.drain(MONTH)));
		}
		return new Row(
				"5,000,000 lines as CSV with a heap of 128 MB; memory %d MB, at most %d MB".formatted(before,
						jar.mostMemory()),
				new Timings(times).text(), Row.NONE, Row.NONE, "memory flat", jar.mostMemory() <= before + 64);
	}

}
