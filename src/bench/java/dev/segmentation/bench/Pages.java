package dev.segmentation.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures every page, one request after the other.
 */
final class Pages implements Work {

	private static final int REQUESTS = 30;

	/** Rounds over all pages, because they share much code. */
	private static final int WARM_UP = 30;

	/** Pages with a month in their address come last. */
	private static final List<String> PATHS = List.of("/", "/segments", "/segments?search=BENCH-7",
			"/segments?sort=size", "/segments/7", "/segments/7?q=user7", "/segments/7?show=ending",
			"/segments/7/members/paste", "/segments/7/members/suggestions?user=user7",
			"/segments/7/members/end?users=77", "/segments/7/history", "/segments/7/size", "/segments/7/settings",
			"/segments/7/delete", "/segments/new", "/segments/new/share?percent=50", "/users", "/users?q=user77",
			"/users/77", "/users/77/segments/add", "/users/77/timeline", "/users/import", "/history",
			"/history?cause=api", "/history?users=77", "/history?segment=BENCH-7", "/history?account=admin",
			"/history/segment-names?segment=BENCH", "/history/7", "/reports", "/tasks", "/search?q=user77",
			"/history?month=" + DataLoad.lastMonth(), "/reports/download?month=" + DataLoad.lastMonth(),
			"/reports/new?month=" + DataLoad.lastMonth());

	@Override
	public List<Row> measure(Bench bench) throws Exception {
		for (int round = 0; round < WARM_UP; round++) {
			for (String path : PATHS) {
				bench.api().get(path);
			}
		}
		List<Row> rows = new ArrayList<>();
		for (String path : PATHS) {
			rows.add(row(bench, path));
		}
		return rows;
	}

	private static Row row(Bench bench, String path) {
		try {
			List<Double> times = new ArrayList<>();
			for (int request = 0; request < REQUESTS; request++) {
				times.add(Bench.time(() -> bench.api().get(path)));
			}
			Timings timings = new Timings(times);
			String here = "p50 %s, p95 %s".formatted(Timings.text(timings.median()),
					Timings.text(timings.percentile(95)));
			return new Row("page " + path, here, Row.NONE, Row.NONE, "100 ms", timings.median() <= 0.1);
		}
		catch (Exception ex) {
			return Row.failed("page " + path, ex);
		}
	}

}
