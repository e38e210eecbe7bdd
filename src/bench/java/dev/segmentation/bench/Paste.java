package dev.segmentation.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Measures pasting a list of 100,000 users into a segment: the check, then the
 * confirmation.
 */
final class Paste implements Work {

	private static final long LISTED = 100_000;

	@Override
	public List<Row> measure(Bench bench) throws Exception {
		long listed = Math.min(LISTED, bench.users());
		long step = bench.users() / listed;
		String text = LongStream.rangeClosed(1, listed)
			.mapToObj((n) -> String.valueOf(n * step))
			.collect(Collectors.joining("\n"));
		Bench.Compared<Timings> times = bench.compare(() -> paste(bench, text), () -> bench.psql("""
				SELECT added FROM add_segment_members(%s, ARRAY(SELECT n * %d FROM generate_series(1, %d) AS n),
				    NULL, NULL, 'page', 1)""".formatted(Segments.create(bench, "LISTED", ""), step, listed)));
		return List.of(Row.of("paste %,d users into a segment".formatted(listed), times.here(), times.limit(), "5 s",
				times.here().max() <= 5));
	}

	private static boolean paste(Bench bench, String text) throws Exception {
		String segment = "/segments/" + Segments.create(bench, "PASTED", "");
		String list = bench.api().submit(segment + "/members/paste", segment + "/members/paste", Map.of("text", text));
		bench.api().submit(list, list, Map.of());
		long id = Long.parseLong(list.substring(list.lastIndexOf('/') + 1));
		boolean done;
		do {
			// A long check answers with a page that shows its progress.
			done = bench.jdbc()
				.sql("SELECT confirmed_at IS NOT NULL FROM member_lists WHERE id = :id")
				.param("id", id)
				.query(Boolean.class)
				.single();
			TimeUnit.MILLISECONDS.sleep(done ? 0 : 50);
		}
		while (!done);
		return true;
	}

}
