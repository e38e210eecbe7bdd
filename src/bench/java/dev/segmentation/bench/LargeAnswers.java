package dev.segmentation.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures the longest lists of the API: 200,000 segments, and 200,000 users of one
 * segment.
 */
final class LargeAnswers implements Work {

	private static final int SEGMENTS = 200_000;

	private static final int USERS = 200_000;

	@Override
	public List<Row> measure(Bench bench) throws Exception {
		long users = Math.min(USERS, bench.users());
		String segment = Segments.create(bench, "LARGE", "%.2f".formatted(100.0 * users / bench.users()));
		bench.psql("INSERT INTO segments (name) SELECT 'LARGE-' || n FROM generate_series(1, %d) AS n"
			.formatted(SEGMENTS));
		try {
			return List.of(
					row(bench, "%,d users of a segment".formatted(users),
							"/api/v1/segments/active_users?segment_id=" + segment,
							"""
									SELECT u.id, u.login, u.registered_at FROM memberships AS m JOIN users AS u ON u.id = m.user_id \
									WHERE m.segment_id = %s ORDER BY m.user_id"""
								.formatted(segment)),
					row(bench, "200,000 segments", "/api/v1/segments/",
							"SELECT id, name, assign_percent FROM segments ORDER BY id"));
		}
		finally {
			Segments.delete(bench, segment);
			bench.psql("DELETE FROM segments WHERE name LIKE 'LARGE-%'");
		}
	}

	private static Row row(Bench bench, String work, String path, String sql) throws Exception {
		Path file = bench.folder().resolve("large.csv");
		long before = bench.jar().memory();
		Bench.Compared<Timings> times = bench.compare(() -> bench.api().drain(path),
				() -> bench.psql("\\copy (%s) TO '%s' CSV".formatted(sql, file)));
		Files.deleteIfExists(file);
		return Row.of("%s; memory %d MB, then %d MB".formatted(work, before, bench.jar().memory()), times.here(),
				times.limit(), "memory flat", null);
	}

}
