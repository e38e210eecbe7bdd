package dev.segmentation.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the saved numbers of segments and users.
 */
final class Sizes {

	private Sizes() {
	}

	static long fold(JdbcClient jdbc) {
		return fold(jdbc, 1_000_000);
	}

	static long fold(JdbcClient jdbc, int limit) {
		return jdbc.sql("SELECT fold_changes(:limit)").param("limit", limit).query(Long.class).single();
	}

	/**
	 * Returns the saved size of a segment.
	 */
	static long of(JdbcClient jdbc, long segment) {
		return jdbc.sql("SELECT size FROM current_segment_sizes() WHERE segment_id = :id")
			.param("id", segment)
			.query(Long.class)
			.single();
	}

	/**
	 * Returns a segment's days as {@code 2026-07-01 api +1 -0}.
	 */
	static List<String> days(JdbcClient jdbc, long segment) {
		return jdbc.sql("""
				SELECT format('%s %s +%s -%s', day, kind, sum(added), sum(removed))
				FROM current_segment_days('2020-01-01') WHERE segment_id = :id
				GROUP BY day, kind ORDER BY day, kind
				""").param("id", segment).query(String.class).list();
	}

	/**
	 * Returns the changes of a segment by acts, as {@code added import 100}.
	 */
	static List<String> acts(JdbcClient jdbc, long segment) {
		return jdbc.sql("""
				SELECT type, kind, users FROM act_changes JOIN acts ON id = act_id
				WHERE segment_id = :id ORDER BY id
				""").param("id", segment).query(Sizes::act).list();
	}

	private static String act(ResultSet row, int number) throws SQLException {
		return row.getString("type") + " " + row.getString("kind") + " " + row.getLong("users");
	}

	static long users(JdbcClient jdbc) {
		return jdbc.sql("SELECT current_user_count()").query(Long.class).single();
	}

	static long waiting(JdbcClient jdbc, long segment) {
		return jdbc.sql("SELECT count(*) FROM segment_changes WHERE segment_id = :id")
			.param("id", segment)
			.query(Long.class)
			.single();
	}

}
