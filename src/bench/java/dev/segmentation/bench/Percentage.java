package dev.segmentation.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A segment with half of all users, and its end.
 */
final class Percentage implements Work {

	/** What the reference needs for a million users, in seconds. */
	private static final double REFERENCE_CREATE = 6.4;

	private static final double REFERENCE_DELETE = 1.6;

	@Override
	public String name() {
		return "percent";
	}

	@Override
	public List<Row> measure(Bench bench) throws Exception {
		List<List<Double>> times = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		Deque<String> made = new ArrayDeque<>();
		for (int round = 0; round < bench.rounds(); round++) {
			times.get(0).add(Bench.time(() -> made.add(Segments.create(bench, "HALF", "50"))));
			String id = made.removeLast();
			times.get(1).add(Bench.time(() -> {
				Segments.delete(bench, id);
				return id;
			}));
			String name = "HALF-" + System.nanoTime();
			times.get(2).add(bench.psql("""
					INSERT INTO segments (name, description, assign_percent, created_by)
					SELECT '%s', '', 50, 1 FROM begin_act('percent', 1, NULL) RETURNING id""".formatted(name)));
			times.get(3).add(bench.psql("""
					DELETE FROM segments USING begin_act('segment_deleted', 1, NULL) WHERE name = '%s'""".formatted(name)));
		}
		Timings create = new Timings(times.get(0));
		Timings delete = new Timings(times.get(1));
		return List.of(
				Row.of("create a segment with 50 %% of %,d users".formatted(bench.users()), create,
						new Timings(times.get(2)), "3.2 s at 1,000,000", create.median() <= REFERENCE_CREATE / 2),
				Row.of("delete it", delete, new Timings(times.get(3)), "0.96 s at 1,000,000",
						delete.median() <= REFERENCE_DELETE * 0.6));
	}

}
