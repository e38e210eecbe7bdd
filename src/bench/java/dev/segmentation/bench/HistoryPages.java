package dev.segmentation.bench;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * Measures history pages of a month with a million operations.
 */
final class HistoryPages implements Work {

	private static final int SIZE = 5;

	private static final int DEEP_PAGE = 100_000;

	@Override
	public List<Row> measure(Bench bench) throws Exception {
		long before = bench.jar().memory();
		String base = path();
		String deep = base + "&page=" + DEEP_PAGE;
		String cursor = base + "&after=" + Api.field(bench.api().get(deep), "next");
		return List.of(row(bench, "history of a month, page 1", base, "history-page", Map.of("offset", 0L), 0.015),
				row(bench, "history, by cursor 500,000 lines on", cursor, "history-cursor", place(bench), 0.015),
				row(bench, "history, page 100,000", deep, "history-page", Map.of("offset", (DEEP_PAGE - 1L) * SIZE),
						0.2),
				new Row("memory before and after", "%d MB, %d MB".formatted(before, bench.jar().memory()), Row.NONE,
						Row.NONE, "no growth", null));
	}

	static String path() {
		YearMonth month = DataLoad.lastMonth();
		return "/api/v1/operations/history?year=%d&month=%d".formatted(month.getYear(), month.getMonthValue());
	}

	/**
	 * Finds the operation in the middle of the month.
	 */
	private static Map<String, Long> place(Bench bench) {
		return bench.jdbc()
			.sql("""
					SELECT extract(epoch FROM date)::bigint AS after, id, user_ids[1] AS "user" FROM operations
					WHERE date >= :from ORDER BY date, id OFFSET 500000 LIMIT 1
					""")
			.param("from", DataLoad.utc(DataLoad.lastMonth()))
			.query((row, number) -> Map.of("after", row.getLong(1), "operation", row.getLong(2), "user",
					row.getLong(3)))
			.single();
	}

	private static Row row(Bench bench, String work, String path, String sql, Map<String, Long> place, double goal)
			throws Exception {
		Map<String, Long> variables = new java.util.HashMap<>(place);
		variables.putAll(Map.of("from", seconds(DataLoad.lastMonth()), "to",
				seconds(DataLoad.lastMonth().plusMonths(1)), "size", SIZE + 1L));
		Bench.Compared<Load> load = bench.single("get", List.of(path), sql, variables);
		return Row.of(work, load.here(), load.limit(), "p50 " + Timings.text(goal),
				load.here().median() <= goal * 1000 && load.here().errors() == 0);
	}

	private static long seconds(YearMonth month) {
		Instant start = DataLoad.utc(month).toInstant();
		return start.getEpochSecond();
	}

}
