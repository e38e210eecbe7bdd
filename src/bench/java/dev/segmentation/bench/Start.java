package dev.segmentation.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Measures the start of the application on its own data folder, after a first start has
 * created the database.
 */
final class Start implements Work {

	@Override
	public List<Row> measure(Bench bench) throws Exception {
		Path data = bench.folder().resolve("start");
		bench.startAnother(bench.packaged(), data, List.of()).close();
		List<Row> rows = new ArrayList<>();
		rows.add(row(bench, "start to ready, java -jar", bench.packaged(), data, List.of()));
		Path cache = bench.unpacked().resolve("app.aot");
		if (Files.exists(cache)) {
			Path jar = bench.unpacked().resolve(bench.packaged().getFileName());
			rows.add(row(bench, "start to ready, unpacked, with the cache of its classes", jar, data,
					List.of("-XX:AOTCache=" + cache)));
		}
		return rows;
	}

	private static Row row(Bench bench, String work, Path packed, Path data, List<String> options) throws Exception {
		List<Double> times = new ArrayList<>();
		long memory = 0;
		for (int round = 0; round < bench.rounds(); round++) {
			try (RunningJar jar = bench.startAnother(packed, data, options)) {
				times.add(jar.startTime().toMillis() / 1000.0);
				TimeUnit.SECONDS.sleep(5);
				memory = jar.memory();
			}
		}
		Timings timings = new Timings(times);
		return new Row("%s; %d MB idle".formatted(work, memory), timings.text(), Row.NONE, Row.NONE, "5 s",
				timings.median() <= 5);
	}

}
