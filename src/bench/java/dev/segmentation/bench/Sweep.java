package dev.segmentation.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Measures the expiry of a million memberships in the same second, while clients read.
 */
final class Sweep implements Work {

	private static final long MEMBERSHIPS = 1_000_000;

	private static final int READERS = 4;

	@Override
	public List<Row> measure(Bench bench) throws Exception {
		long count = Math.min(MEMBERSHIPS, bench.users());
		String segment = Segments.create(bench, "SWEPT", "");
		bench.psql("""
				INSERT INTO memberships (user_id, segment_id, expires_at)
				SELECT id, %s, date_trunc('second', now()) + interval '40 seconds'
				FROM begin_act('api', 1, NULL), (SELECT id FROM users ORDER BY id LIMIT %d) AS u""".formatted(segment,
				count));
		waitUntil(bench,
				"SELECT coalesce(max(expires_at) <= now(), true) FROM memberships WHERE segment_id = " + segment);
		List<Double> reads = Collections.synchronizedList(new ArrayList<>());
		AtomicBoolean over = new AtomicBoolean();
		List<Thread> readers = new ArrayList<>();
		for (int reader = 0; reader < READERS; reader++) {
			readers.add(Thread.ofPlatform().start(() -> read(bench, over, reads)));
		}
		double swept = Bench.time(() -> waitUntil(bench,
				"SELECT NOT EXISTS (SELECT FROM memberships WHERE segment_id = %s)".formatted(segment)));
		over.set(true);
		for (Thread reader : readers) {
			reader.join();
		}
		String other = Segments.create(bench, "LEFT", "");
		bench.psql("""
				INSERT INTO memberships (user_id, segment_id)
				SELECT id, %s FROM begin_act('api', 1, NULL), (SELECT id FROM users ORDER BY id LIMIT %d) AS u"""
			.formatted(other, count));
		double limit = bench.psql("""
				WITH act AS MATERIALIZED (SELECT begin_act('api', 1, NULL))
				DELETE FROM memberships USING act WHERE segment_id = %s""".formatted(other));
		Timings latencies = new Timings(reads);
		return List.of(
				Row.of("sweep %,d memberships that end at once (limit: one DELETE)".formatted(count),
						new Timings(List.of(swept)), new Timings(List.of(limit)), "40 s", swept <= 40),
				new Row("reads meanwhile, %,.0f/s".formatted(reads.size() / swept),
						"p50 %s, p99 %s, most %s".formatted(Timings.text(latencies.median()),
								Timings.text(latencies.percentile(99)), Timings.text(latencies.max())),
						Row.NONE, Row.NONE, "p99 30 ms", latencies.percentile(99) <= 0.03));
	}

	/**
	 * Sends requests with pauses, because the readers must not use all processors.
	 */
	private static void read(Bench bench, AtomicBoolean over, List<Double> reads) {
		try {
			while (!over.get()) {
				long user = ThreadLocalRandom.current().nextLong(bench.members()) + 1;
				reads.add(Bench.time(() -> bench.api().get("/api/v1/users/active_segments?user_id=" + user)));
				TimeUnit.MILLISECONDS.sleep(20);
			}
		}
		catch (Exception ex) {
			reads.add(Double.POSITIVE_INFINITY);
		}
	}

	private static boolean waitUntil(Bench bench, String condition) throws InterruptedException {
		while (!bench.jdbc().sql(condition).query(Boolean.class).single()) {
			TimeUnit.MILLISECONDS.sleep(100);
		}
		return true;
	}

}
