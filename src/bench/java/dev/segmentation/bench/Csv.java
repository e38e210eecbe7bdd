package dev.segmentation.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;

/**
 * Measures a month of a million operations as CSV.
 */
final class Csv implements Work {

	/** The time of the reference service, in seconds. */
	private static final double REFERENCE = 2.2;

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
		return List.of(Row.of("a month of 1,000,000 operations as CSV", times.here(), times.limit(),
				"1.54 s, half the speed of COPY", here <= REFERENCE * 0.7 && times.limit().median() >= here / 2),
				new Row("memory before and after", "%d MB, %d MB".formatted(before, after), Row.NONE, Row.NONE, "flat",
						null));
	}

}
