package dev.segmentation.support;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A history from March 2021 whose download is larger than all buffers between the
 * database and the client.
 */
public final class LongHistory {

	public static final int LINES = 64 * 20_000;

	private LongHistory() {
	}

	public static void insert(JdbcClient jdbc) {
		jdbc.sql("""
				INSERT INTO operations (act_id, segment_id, segment_name, type, date, user_block, user_count, user_ids)
				SELECT 1, 1, 'A segment with a name of some length', 'added',
				       TIMESTAMPTZ '2021-03-01T00:00:00Z' + interval '1 second' * block,
				       block, 64, ARRAY(SELECT block * 64 + n FROM generate_series(0, 63) AS n)
				FROM generate_series(1, :lines / 64) AS block
				""").param("lines", LINES).update();
	}

	/**
	 * Counts the downloads that the database is reading.
	 */
	public static long reads(JdbcClient jdbc) {
		return jdbc.sql("""
				SELECT count(*) FROM pg_stat_activity
				WHERE datname = current_database() AND query LIKE 'COPY%' AND state = 'active'
				""").query(Long.class).single();
	}

	/**
	 * Breaks off all downloads that the database is reading, and returns true for each.
	 */
	public static List<Boolean> endReads(JdbcClient jdbc) {
		return jdbc.sql("""
				SELECT pg_terminate_backend(pid) FROM pg_stat_activity
				WHERE datname = current_database() AND query LIKE 'COPY%' AND state = 'active'
				""").query(Boolean.class).list();
	}

}
