package dev.segmentation.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Compares GET /users/active_segments with {@link FloorServer}, and other calls with it.
 * The processor time of a process varies less than elapsed time when other programs run.
 */
final class Floor implements Work {

	private static final int CONNECTIONS = 32;

	private static final String ACTIVE = "/api/v1/users/active_segments?user_id=77";

	@Override
	public List<Row> measure(Bench bench) throws Exception {
		List<Row> rows = new ArrayList<>();
		try (RunningJar floor = startFloor(bench)) {
			Side here = new Side(bench.jar(), bench.api());
			Side limit = new Side(floor, bench.api().at(floor.url()));
			rows.addAll(compare(bench, here, limit, 2, 0.9));
			rows.addAll(compare(bench, here, limit, CONNECTIONS, 0.8));
			rows.addAll(compare(bench, here, limit, 128, 0.8));
		}
		rows.add(relative(bench, "/ping", "/ping", 0.35));
		rows.add(relative(bench, "GET /segments/{id}", "/api/v1/segments/" + segment(bench), 1));
		rows.add(relative(bench, "an unknown route", "/api/v1/unknown", 0.8));
		return rows;
	}

	private static RunningJar startFloor(Bench bench) throws Exception {
		return RunningJar.startClass(FloorServer.class, List.of(bench.folder().resolve("floor").toString()),
				bench.server().environment(), bench.folder().resolve("floor.log").toFile());
	}

	private static List<Row> compare(Bench bench, Side here, Side floor, int connections, double share)
			throws Exception {
		Bench.LoadRun ours = (seconds) -> bench.active(here.api(), connections, seconds);
		Bench.LoadRun theirs = (seconds) -> bench.active(floor.api(), connections, seconds);
		ours.run(Bench.WARM_UP_SECONDS);
		theirs.run(Bench.WARM_UP_SECONDS);
		List<Run> application = new ArrayList<>();
		List<Run> limit = new ArrayList<>();
		for (int round = 0; round < bench.rounds(); round++) {
			application.add(here.run(ours, bench.settings().seconds()));
			limit.add(floor.run(theirs, bench.settings().seconds()));
		}
		return rows(connections, application, limit, share);
	}

	private static List<Row> rows(int connections, List<Run> here, List<Run> floor, double share) {
		Load ours = Load.median(here.stream().map(Run::load).toList());
		Load theirs = Load.median(floor.stream().map(Run::load).toList());
		double times = micros(here) / micros(floor);
		return List.of(
				Row.of("active segments, %d connections (limit: the floor)".formatted(connections), ours, theirs,
						"%.2f, p99 1.3 times".formatted(share),
						ours.rate() >= theirs.rate() * share && ours.p99() <= theirs.p99() * 1.3),
				new Row("processor time of a call, %d connections (limit: the floor)".formatted(connections),
						text(micros(here)), text(micros(floor)), "%.2f".formatted(times), "1.45", times <= 1.45));
	}

	private static Row relative(Bench bench, String name, String path, double goal) throws Exception {
		Side here = new Side(bench.jar(), bench.api());
		Bench.LoadRun call = (seconds) -> bench.get(path, CONNECTIONS, seconds);
		Bench.LoadRun active = (seconds) -> bench.get(ACTIVE, CONNECTIONS, seconds);
		call.run(Bench.WARM_UP_SECONDS);
		List<Run> calls = new ArrayList<>();
		List<Run> reads = new ArrayList<>();
		for (int round = 0; round < bench.rounds(); round++) {
			calls.add(here.run(call, bench.settings().seconds()));
			reads.add(here.run(active, bench.settings().seconds()));
		}
		double times = micros(calls) / micros(reads);
		return new Row("processor time of %s (limit: active segments)".formatted(name), text(micros(calls)),
				text(micros(reads)), "%.2f".formatted(times), "%.2f".formatted(goal), times <= goal);
	}

	private static String segment(Bench bench) {
		return bench.jdbc().sql("SELECT min(id) FROM segments").query(String.class).single();
	}

	private static double micros(List<Run> runs) {
		return runs.stream().map(Run::micros).sorted(Comparator.naturalOrder()).toList().get(runs.size() / 2);
	}

	private static String text(double micros) {
		return "%.0f µs".formatted(micros);
	}

	/** A server under load. */
	private record Side(RunningJar server, Api api) {

		Run run(Bench.LoadRun load, int seconds) throws Exception {
			double before = this.server.processorSeconds();
			Load result = load.run(seconds);
			return new Run(result, (this.server.processorSeconds() - before) * 1e6 / (result.rate() * seconds));
		}

	}

	/**
	 * A run.
	 *
	 * @param micros the processor time of a call in microseconds
	 */
	private record Run(Load load, double micros) {
	}

}
