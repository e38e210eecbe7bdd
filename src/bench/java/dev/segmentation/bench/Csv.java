package dev.segmentation.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures a month of a million operations as CSV, and with all columns in all formats.
 */
final class Csv implements Work {

	/** The time of the reference service, in seconds. */
	private static final double REFERENCE = 2.2;

	private static final double LINES = 1_000_000;

	private static final double LEAST_RATE = 100_000;

	@Override
	public List<Row> measure(Bench bench) throws Exception {
		YearMonth month = DataLoad.lastMonth();
		String path = "/api/v1/reports/file?year=%d&month=%d".formatted(month.getYear(), month.getMonthValue());
		Path file = bench.folder().resolve("month.csv");
		String copy = """
				\\copy (SELECT line.user_id, o.segment_name, o.type, to_char(o.date, 'YYYY-MM-DD HH24:MI:SS') \
				FROM operations AS o CROSS JOIN LATERAL unnest(o.user_ids) AS line (user_id) \
				WHERE o.date >= '%s' AND o.date < '%s' ORDER BY o.date, o.id, line.user_id) TO '%s' CSV"""
			.formatted(DataLoad.utc(month), DataLoad.utc(month.plusMonths(1)), file);
		long before = bench.jar().memory();
		Bench.Compared<Timings> times = bench.compare(() -> bench.api().drain(path), () -> bench.psql(copy));
		long after = bench.jar().memory();
		Files.deleteIfExists(file);
		double here = times.here().median();
		List<Row> rows = new ArrayList<>(List.of(
				Row.of("a month of 1,000,000 operations as CSV", times.here(), times.limit(),
						"1.54 s, half the speed of COPY",
						here <= REFERENCE * 0.7 && times.limit().median() >= here / 2),
				new Row("memory before and after", "%d MB, %d MB".formatted(before, after), Row.NONE, Row.NONE, "flat",
						null)));
		for (String preset : List.of("API", "FULL")) {
			for (String format : List.of("CSV", "GZIP", "XLSX", "NDJSON")) {
				rows.add(file(bench, month, preset, format));
			}
		}
		return rows;
	}

	/** Measures a file of the pages. */
	private static Row file(Bench bench, YearMonth month, String preset, String format) {
		String work = "the same month as %s, columns %s".formatted(format, preset);
		String path = "/reports/history.csv?month=%s&zone=UTC&separator=COMMA&preset=%s&format=%s".formatted(month,
				preset, format);
		try {
			long before = bench.jar().memory();
			List<Double> times = new ArrayList<>();
			for (int round = 0; round < bench.rounds(); round++) {
				times.add(Bench.time(() -> bench.api().drain(path)));
			}
			Timings timings = new Timings(times);
			double rate = LINES / timings.median();
			String here = "%s, %,.0f lines/s; memory %d MB, then %d MB".formatted(timings.text(), rate, before,
					bench.jar().memory());
			return new Row(work, here, Row.NONE, Row.NONE, "100,000 lines/s", rate >= LEAST_RATE);
		}
		catch (Exception ex) {
			return Row.failed(work, ex);
		}
	}

}
