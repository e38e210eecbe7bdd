package dev.segmentation.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.Selection;
import dev.segmentation.report.drive.DriveFile;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Keyset;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.Assert;

import static dev.segmentation.shared.database.SqlTime.utc;

/**
 * Reports, without the contents of their files.
 */
@Repository
class ReportRepository {

	private static final String SELECT = """
			SELECT r.id, r.name, r.place, a.login AS account, r.query, r.date_from, r.date_to, r.user_ids, r.segment_ids,
			       CAST(r.kinds AS text[]) AS kinds, r.filter_account_id, r.separator, r.byte_order_mark, r.detailed,
			       r.for_spreadsheets, r.zone, r.task_id, r.created_at, r.expires_at, r.ready_at, r.lines, r.bytes,
			       r.drive_file_id, r.drive_link, r.revoked_at, r.opened, r.opened_at, coalesce(r.expires_at <= now(), false) AS expired
			FROM reports AS r LEFT JOIN accounts AS a ON a.id = r.account_id
			""";

	private static final Keyset NEWEST = Keyset.descending("r.id");

	private final JdbcClient jdbc;

	private final ReportMapper mapper;

	ReportRepository(JdbcClient jdbc, ReportMapper mapper) {
		this.jdbc = jdbc;
		this.mapper = mapper;
	}

	long insert(String name, NewReport report, @Nullable Long accountId) {
		HistoryFilter filter = report.filter();
		return this.jdbc.sql("""
				INSERT INTO reports (name, place, account_id, query, date_from, date_to, user_ids, segment_ids, kinds,
				    filter_account_id, separator, byte_order_mark, detailed, for_spreadsheets, zone, expires_at)
				VALUES (:name, :place, :account, :query, :from, :to, :users, :segments, CAST(:kinds AS act_kind[]),
				    :by, :separator, :mark, :detailed, :spreadsheets, :zone,
				    CASE WHEN :place <> 'DRIVE' THEN now() + CAST(:kept AS interval) END)
				RETURNING id
				""")
			.param("name", name)
			.param("place", report.place().name())
			.param("account", accountId)
			.param("query", report.query())
			.param("from", utc(filter.from()))
			.param("to", utc(filter.to()))
			.param("users", ids(filter.users()))
			.param("segments", ids(filter.segments()))
			.param("kinds", filter.kinds().stream().map(ActKind::text).toArray(String[]::new))
			.param("by", filter.account())
			.param("separator", String.valueOf(report.layout().separator()))
			.param("mark", report.layout().byteOrderMark())
			.param("detailed", report.layout().detailed())
			.param("spreadsheets", report.layout().forSpreadsheets())
			.param("zone", report.layout().zoneName())
			.param("kept", report.kept().toString())
			.query(Long.class)
			.single();
	}

	void setTask(long id, long taskId) {
		this.jdbc.sql("UPDATE reports SET task_id = :task WHERE id = :id")
			.param("task", taskId)
			.param("id", id)
			.update();
	}

	/**
	 * Starts a run, which ends all earlier runs of the report.
	 */
	ReportRun startRun(long id) {
		return this.jdbc.sql("UPDATE reports SET run = run + 1 WHERE id = :id RETURNING id AS report_id, run AS number")
			.param("id", id)
			.query(ReportRun.class)
			.optional()
			.orElseThrow(Report::notFound);
	}

	/**
	 * Records that the file is finished.
	 * @return {@code false} when the report was revoked or deleted meanwhile, or another
	 * run has started
	 */
	boolean finish(ReportRun run, long lines, long bytes, @Nullable DriveFile drive) {
		return this.jdbc.sql("""
				UPDATE reports SET ready_at = clock_timestamp(), lines = :lines, bytes = :bytes,
				    drive_file_id = :file, drive_link = :link
				WHERE id = :id AND run = :run AND revoked_at IS NULL
				""")
			.param("lines", lines)
			.param("bytes", bytes)
			.param("file", (drive != null) ? drive.id() : null)
			.param("link", (drive != null) ? drive.link() : null)
			.param("id", run.reportId())
			.param("run", run.number())
			.update() > 0;
	}

	/**
	 * Deletes older reports that have the same file on Google Drive, since the newest
	 * report has replaced its content.
	 */
	void deleteOthersOf(String driveFileId, long id) {
		this.jdbc.sql("DELETE FROM reports WHERE drive_file_id = :file AND id <> :id")
			.param("file", driveFileId)
			.param("id", id)
			.update();
	}

	/**
	 * Revokes a report, which also ends its run.
	 * @return empty when it was revoked before
	 */
	Optional<RevokedReport> revoke(long id) {
		return this.jdbc.sql("""
				UPDATE reports SET revoked_at = clock_timestamp(), run = run + 1 WHERE id = :id AND revoked_at IS NULL
				RETURNING drive_file_id
				""").param("id", id).query((row, number) -> new RevokedReport(row.getString(1))).optional();
	}

	/**
	 * Revokes all reports that have a file on Google Drive.
	 */
	void revokeAllOf(String driveFileId) {
		this.jdbc
			.sql("UPDATE reports SET revoked_at = clock_timestamp() WHERE drive_file_id = :file AND revoked_at IS NULL")
			.param("file", driveFileId)
			.update();
	}

	boolean isRevoked(long id) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM reports WHERE id = :id AND revoked_at IS NOT NULL)")
			.param("id", id)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Whether a report shares a file on Google Drive.
	 */
	boolean isShared(String driveFileId) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM reports WHERE drive_file_id = :file AND revoked_at IS NULL)")
			.param("file", driveFileId)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Finds a report without its task.
	 */
	Optional<Report> find(long id) {
		return this.jdbc.sql(SELECT + "WHERE r.id = :id").param("id", id).query(this.mapper).optional();
	}

	/**
	 * Finds reports without their tasks from a cursor on, newest first.
	 */
	List<Report> find(@Nullable Cursor cursor, int limit) {
		JdbcClient.StatementSpec statement = this.jdbc
			.sql(SELECT
					+ "WHERE %s ORDER BY %s LIMIT :limit".formatted(NEWEST.beyond(cursor, ":id"), NEWEST.order(cursor)))
			.param("limit", limit);
		return ((cursor != null) ? statement.param("id", cursor.number(0)) : statement).query(this.mapper).list();
	}

	/**
	 * Deletes reports that ended or failed long ago.
	 */
	void deleteEnded(Duration ago) {
		this.jdbc.sql("""
				DELETE FROM reports
				WHERE expires_at < now() - CAST(:ago AS interval) OR revoked_at < now() - CAST(:ago AS interval)
				   OR (ready_at IS NULL AND created_at < now() - CAST(:ago AS interval))
				""").param("ago", ago.toString()).update();
	}

	private static Long[] ids(Selection selection) {
		Long[] ids = selection.sqlArray();
		Assert.isTrue(ids == null || ids.length > 0, "A report needs at least one user and one segment");
		return (ids != null) ? ids : new Long[0];
	}

}
