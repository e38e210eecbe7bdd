package dev.segmentation.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Measures the creation and the deletion of a segment with half of all users.
 */
final class Percentage implements Work {

	/** The Go service with a million users and 2 million memberships. */
	private static final Reference FEW = new Reference(6.4, 1.6);

	/** The Go service with a million users and 20 million memberships. */
	private static final Reference MANY = new Reference(10.4, 3.6);

	private static final double HALF = 0.5;

	private static final double SHARE_OF_DELETION = 0.6;

	private static final long MILLION = 1_000_000;

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
			times.get(3)
				.add(bench.psql("""
						DELETE FROM segments USING begin_act('segment_deleted', 1, NULL) WHERE name = '%s'"""
					.formatted(name)));
		}
		Timings create = new Timings(times.get(0));
		Timings delete = new Timings(times.get(1));
		Reference reference = (bench.members() >= MILLION) ? MANY : FEW;
		boolean comparable = bench.users() <= MILLION;
		return List.of(
				Row.of("create a segment with 50 %% of %,d users".formatted(bench.users()), create,
						new Timings(times.get(2)), reference.goalOfCreation(),
						comparable ? create.median() <= reference.create() * HALF : null),
				Row.of("delete it", delete, new Timings(times.get(3)), reference.goalOfDeletion(),
						comparable ? delete.median() <= reference.delete() * SHARE_OF_DELETION : null));
	}

	/**
	 * Durations of the Go service in seconds.
	 */
	private record Reference(double create, double delete) {

		String goalOfCreation() {
			return "%.1f s at 1,000,000".formatted(this.create * HALF);
		}

		String goalOfDeletion() {
			return "%.2f s at 1,000,000".formatted(this.delete * SHARE_OF_DELETION);
		}

	}

}
