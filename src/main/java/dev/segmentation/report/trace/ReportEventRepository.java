package dev.segmentation.report.trace;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static dev.segmentation.shared.database.SqlTime.utcOrNull;

@Repository
class ReportEventRepository {

	private final JdbcClient jdbc;

	ReportEventRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(long reportId, ReportEventKind kind, @Nullable Long accountId, @Nullable Instant endsAt,
			@Nullable String changed) {
		this.jdbc.sql("""
				INSERT INTO report_events (report_id, kind, account_id, ends_at, changed)
				VALUES (:report, :kind, :account, :end, :changed)
				""")
			.param("report", reportId)
			.param("kind", kind.name())
			.param("account", accountId)
			.param("end", utcOrNull(endsAt))
			.param("changed", changed)
			.update();
	}

	/**
	 * Adds an event that no account caused, unless there was one of this kind within an
	 * hour.
	 */
	void insertHourly(long reportId, ReportEventKind kind) {
		this.jdbc.sql("""
				INSERT INTO report_events (report_id, kind)
				SELECT :report, :kind WHERE NOT EXISTS (SELECT FROM report_events
				    WHERE report_id = :report AND kind = :kind AND at > clock_timestamp() - interval '1 hour')
				""").param("report", reportId).param("kind", kind.name()).update();
	}

	/**
	 * Counts the events of a kind.
	 */
	long count(long reportId, ReportEventKind kind) {
		return this.jdbc.sql("SELECT count(*) FROM report_events WHERE report_id = :report AND kind = :kind")
			.param("report", reportId)
			.param("kind", kind.name())
			.query(Long.class)
			.single();
	}

	/**
	 * Finds the newest events of a report, newest first.
	 */
	List<ReportEvent> find(long reportId, int limit) {
		return this.jdbc.sql("""
				SELECT e.kind, a.login AS account, e.at, e.ends_at, e.changed
				FROM report_events AS e LEFT JOIN accounts AS a ON a.id = e.account_id
				WHERE e.report_id = :report
				ORDER BY e.id DESC
				LIMIT :limit
				""").param("report", reportId).param("limit", limit).query(ReportEvent.class).list();
	}

}
