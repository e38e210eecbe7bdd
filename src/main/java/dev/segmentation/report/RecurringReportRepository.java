package dev.segmentation.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.segmentation.report.RecurringReport.Problem;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Keyset;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static dev.segmentation.shared.database.SqlTime.instant;
import static dev.segmentation.shared.database.SqlTime.instantOrNull;
import static dev.segmentation.shared.database.SqlTime.utc;

/**
 * Recurring reports.
 */
@Repository
class RecurringReportRepository {

	private static final String SELECT = """
			SELECT s.id, s.rhythm, s.target, s.account_id, a.login AS account, s.report_id, CAST(extract(epoch FROM s.kept) AS bigint) AS kept,
			       s.created_at, s.next_at, s.started_at, s.paused_at, s.problem, clock_timestamp() AS read_at
			FROM recurring_reports AS s LEFT JOIN accounts AS a ON a.id = s.account_id
			""";

	private static final Keyset NEWEST = Keyset.descending("s.id");

	private final JdbcClient jdbc;

	RecurringReportRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Instant now() {
		return this.jdbc.sql("SELECT clock_timestamp() AS now").query((row, number) -> instant(row, "now")).single();
	}

	long insert(long reportId, ReportRhythm rhythm, RecurringTarget target, Duration kept, Instant nextAt,
			@Nullable Problem problem, long accountId) {
		return this.jdbc.sql("""
				INSERT INTO recurring_reports (report_id, rhythm, target, kept, next_at, problem, account_id)
				VALUES (:report, :rhythm, :target, CAST(:kept AS interval), :next, :problem, :account)
				RETURNING id
				""")
			.param("report", reportId)
			.param("rhythm", rhythm.name())
			.param("target", target.name())
			.param("kept", kept.toString())
			.param("next", utc(nextAt))
			.param("problem", (problem != null) ? problem.name() : null)
			.param("account", accountId)
			.query(Long.class)
			.single();
	}

	Optional<RecurringReport> find(long id) {
		return this.jdbc.sql(SELECT + "WHERE s.id = :id")
			.param("id", id)
			.query(RecurringReportRepository::map)
			.optional();
	}

	/**
	 * Finds the recurring reports that make the next report from this one.
	 */
	List<RecurringReport> findOf(long reportId) {
		return this.jdbc.sql(SELECT + "WHERE s.report_id = :report ORDER BY s.id")
			.param("report", reportId)
			.query(RecurringReportRepository::map)
			.list();
	}

	List<RecurringReport> find(@Nullable Cursor cursor, int limit) {
		return this.jdbc
			.sql(SELECT
					+ "WHERE %s ORDER BY %s LIMIT :limit".formatted(NEWEST.beyond(cursor, ":id"), NEWEST.order(cursor)))
			.param("id", (cursor != null) ? cursor.number(0) : null)
			.param("limit", limit)
			.query(RecurringReportRepository::map)
			.list();
	}

	long count() {
		return this.jdbc.sql("SELECT count(*) FROM recurring_reports").query(Long.class).single();
	}

	/**
	 * Finds one that is due, and locks it until the transaction ends. Other instances
	 * skip it.
	 */
	Optional<RecurringReport> lockDue() {
		return this.jdbc.sql(SELECT + """
				WHERE s.paused_at IS NULL AND s.next_at <= clock_timestamp()
				ORDER BY s.next_at LIMIT 1 FOR NO KEY UPDATE OF s SKIP LOCKED
				""").query(RecurringReportRepository::map).optional();
	}

	/**
	 * Records its newest report, and when the next one is due.
	 */
	void begin(long id, long reportId, Instant nextAt) {
		this.jdbc.sql("""
				UPDATE recurring_reports SET report_id = :report, started_at = clock_timestamp(), next_at = :next,
				    problem = NULL
				WHERE id = :id
				""").param("report", reportId).param("next", utc(nextAt)).param("id", id).update();
	}

	/**
	 * Takes one whose newest report no task prepares, because the instance stopped before
	 * the task or during it. Other instances do not take it for a minute.
	 */
	Optional<RecurringReport> takeInterrupted() {
		return this.jdbc.sql("""
				UPDATE recurring_reports SET started_at = clock_timestamp() WHERE id = (
				    SELECT s.id FROM recurring_reports AS s JOIN reports AS r ON r.id = s.report_id
				    LEFT JOIN tasks AS t ON t.id = r.task_id
				    WHERE s.started_at < clock_timestamp() - interval '1 minute'
				        AND r.ready_at IS NULL AND r.revoked_at IS NULL AND coalesce(r.expires_at > now(), true)
				        AND (r.task_id IS NULL OR t.state = 'INTERRUPTED')
				    ORDER BY s.started_at LIMIT 1 FOR NO KEY UPDATE OF s SKIP LOCKED)
				RETURNING id
				""").query(Long.class).optional().flatMap(this::find);
	}

	void pause(long id, @Nullable Problem problem) {
		this.jdbc.sql("""
				UPDATE recurring_reports SET paused_at = clock_timestamp(), problem = coalesce(:problem, problem)
				WHERE id = :id AND paused_at IS NULL
				""").param("problem", (problem != null) ? problem.name() : null).param("id", id).update();
	}

	/**
	 * Lets it go on. After a problem with its owner, the account becomes the owner.
	 */
	void resume(long id, Instant nextAt, long accountId) {
		this.jdbc.sql("""
				UPDATE recurring_reports SET paused_at = NULL, next_at = :next,
				    account_id = CASE WHEN problem = 'OWNER' THEN :account ELSE account_id END,
				    problem = nullif(problem, 'OWNER')
				WHERE id = :id AND paused_at IS NOT NULL
				""").param("next", utc(nextAt)).param("account", accountId).param("id", id).update();
	}

	void delete(long id) {
		this.jdbc.sql("DELETE FROM recurring_reports WHERE id = :id").param("id", id).update();
	}

	private static RecurringReport map(ResultSet row, int number) throws SQLException {
		String problem = row.getString("problem");
		return new RecurringReport(row.getLong("id"), ReportRhythm.valueOf(row.getString("rhythm")),
				RecurringTarget.valueOf(row.getString("target")), row.getString("account"),
				row.getObject("account_id", Long.class), row.getLong("report_id"),
				Duration.ofSeconds(row.getLong("kept")), instant(row, "created_at"), instant(row, "next_at"),
				instantOrNull(row, "started_at"), instantOrNull(row, "paused_at"),
				(problem != null) ? Problem.valueOf(problem) : null, instant(row, "read_at"));
	}

}
