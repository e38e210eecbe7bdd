package dev.segmentation.config.metrics;

import java.time.LocalDate;
import java.util.List;

import dev.segmentation.shared.ActKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads figures that are already counted, or found by a short walk of an index. No query
 * counts memberships or history.
 */
@Repository
class FiguresRepository {

	/** Counting more would take longer than it is worth. */
	private static final int LARGEST_BACKLOG = 100_000;

	private final JdbcClient jdbc;

	FiguresRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Figures read() {
		return this.jdbc
			.sql("""
					SELECT coalesce(pg_sequence_last_value(CAST(pg_get_serial_sequence('acts', 'id') AS regclass)), 0) AS acts,
					    (SELECT coalesce(sum(applied_rows), 0) FROM imports) AS import_rows,
					    (SELECT count(*) FROM (SELECT FROM memberships WHERE expires_at <= now() LIMIT :largest) AS due)
					        AS expiry_backlog,
					    coalesce(extract(epoch FROM greatest(
					        now() - (SELECT min(expires_at) FROM memberships WHERE expires_at <= now()),
					        (SELECT max(c.act_at - c.at) FROM acts AS a JOIN act_changes AS c ON c.act_id = a.id
					         WHERE a.kind = 'expiry' AND a.at > now() - interval '15 seconds'))), 0) AS expiry_lag,
					    (SELECT coalesce(extract(epoch FROM now() - min(started_at)), 0) FROM tasks WHERE state = 'RUNNING')
					        AS oldest_task,
					    pg_database_size(current_database()) AS database_bytes,
					    (SELECT count(*) FROM databasechangelog) AS change_sets
					""")
			.param("largest", LARGEST_BACKLOG)
			.query(Figures.class)
			.single();
	}

	/**
	 * Reads the changes of memberships by source, of today and yesterday (UTC).
	 */
	List<DayChanges> findChanges() {
		return this.jdbc.sql("""
				SELECT day, upper(CAST(kind AS text)) AS source, sum(added) AS added, sum(removed) AS removed
				FROM current_segment_days(CAST(now() AT TIME ZONE 'UTC' AS date) - 1) GROUP BY day, kind
				""").query(DayChanges.class).list();
	}

	/**
	 * Counts the tasks of the last 30 days. Older ones are deleted.
	 */
	List<TaskCount> countTasks() {
		return this.jdbc.sql("SELECT kind, lower(state) AS state, count(*) AS tasks FROM tasks GROUP BY 1, 2")
			.query(TaskCount.class)
			.list();
	}

	record DayChanges(LocalDate day, ActKind source, long added, long removed) {
	}

	record TaskCount(String kind, String state, long tasks) {
	}

}
