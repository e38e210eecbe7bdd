package dev.segmentation.report;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvColumn;
import dev.segmentation.history.Selection;
import dev.segmentation.report.drive.DriveFile;
import dev.segmentation.report.drive.DriveReaders;
import dev.segmentation.shared.ActKind;
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

	/** The columns of a report {@code r} and of its author {@code a}. */
	static final String COLUMNS = """
			r.id, r.name, r.place, a.login AS account, r.query, r.date_from, r.date_to, r.user_ids, r.segment_ids,
			       CAST(r.kinds AS text[]) AS kinds, r.filter_account_id, r.filter_note, r.separator, r.byte_order_mark, r.detailed,
			       r.columns, r.format, r.raw,
			       r.for_spreadsheets, r.zone, r.task_id, r.created_at, r.expires_at, r.ready_at, r.lines, r.bytes,
			       r.drive_file_id, r.drive_link, r.drive_problem, r.drive_readers,
			       r.withdrawn_at IS NOT NULL AS withdrawn, r.revoked_at, r.replaced_by, r.again_as, r.link_of, r.title, r.recipient, r.max_openings, r.page,
			       r.password_hash IS NOT NULL AS locked, r.sha256,
			       coalesce(r.first_end, r.expires_at) AS first_end, r.opened, r.opened_at,
			       coalesce(r.expires_at <= now(), false) AS expired
			""";

	static final String SELECT = "SELECT " + COLUMNS
			+ "FROM reports AS r LEFT JOIN accounts AS a ON a.id = r.account_id ";

	private final JdbcClient jdbc;

	private final ReportMapper mapper;

	ReportRepository(JdbcClient jdbc, ReportMapper mapper) {
		this.jdbc = jdbc;
		this.mapper = mapper;
	}

	long insert(String name, NewReport report, @Nullable Long accountId) {
		HistoryFilter filter = report.filter();
		DriveReaders readers = report.readers();
		return this.jdbc
			.sql("""
					INSERT INTO reports (name, place, account_id, query, date_from, date_to, user_ids, segment_ids, kinds,
					    filter_account_id, filter_note, separator, byte_order_mark, detailed, columns, format, raw, for_spreadsheets,
					    zone, drive_readers, expires_at)
					VALUES (:name, :place, :account, :query, :from, :to, :users, :segments, CAST(:kinds AS act_kind[]),
					    :by, :filterNote, :separator, :mark, :detailed, :columns, :format, :raw, :spreadsheets, :zone, :readers,
					    now() + nullif(CAST(:kept AS interval), interval '0'))
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
			.param("filterNote", filter.note())
			.param("separator", String.valueOf(report.layout().separator()))
			.param("mark", report.layout().byteOrderMark())
			.param("detailed", report.layout().hasEnds())
			.param("columns", report.layout().columns().stream().map(CsvColumn::name).toArray(String[]::new))
			.param("spreadsheets", report.layout().forSpreadsheets())
			.param("format", report.layout().format().name())
			.param("raw", report.layout().raw())
			.param("zone", report.layout().zoneName())
			.param("readers", (readers != null) ? readers.toString() : null)
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
	 * @param sha256 its checksum in hexadecimal digits; {@code null} for a file on Google
	 * Drive
	 * @return {@code false} when the report was cancelled, revoked or deleted meanwhile,
	 * or another run has started
	 */
	boolean finish(ReportRun run, long lines, long bytes, @Nullable String sha256, @Nullable DriveFile drive) {
		return this.jdbc.sql("""
				UPDATE reports SET ready_at = clock_timestamp(), lines = :lines, bytes = :bytes, sha256 = :sha256,
				    drive_file_id = :file, drive_link = :link, drive_problem = NULL,
				    withdrawn_at = NULL, withdraw_tries = 0
				WHERE id = :id AND run = :run AND revoked_at IS NULL
				    AND NOT EXISTS (SELECT FROM tasks AS t WHERE t.id = reports.task_id AND t.state = 'CANCELLED')
				""")
			.param("lines", lines)
			.param("bytes", bytes)
			.param("sha256", sha256)
			.param("file", (drive != null) ? drive.id() : null)
			.param("link", (drive != null) ? drive.link() : null)
			.param("id", run.reportId())
			.param("run", run.number())
			.update() > 0;
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
	 * Names the report that will replace another one when it is ready.
	 */
	void setReplacement(long id, long replacement) {
		this.jdbc.sql("UPDATE reports SET replaced_by = :by WHERE id = :id AND revoked_at IS NULL")
			.param("by", replacement)
			.param("id", id)
			.update();
	}

	/**
	 * Names the report that shares the same history after a report ended.
	 */
	void setAgain(long id, long again) {
		this.jdbc.sql("UPDATE reports SET again_as = :again WHERE id = :id")
			.param("again", again)
			.param("id", id)
			.update();
	}

	/**
	 * Lets the link of another report open a report.
	 */
	void setLink(long id, long linkOf) {
		this.jdbc.sql("UPDATE reports SET link_of = :link WHERE id = :id")
			.param("link", linkOf)
			.param("id", id)
			.update();
	}

	/**
	 * Finds the newest finished report that the link of a report opens, without its task.
	 */
	Optional<Report> findOfLink(long linkId) {
		return this.jdbc.sql(SELECT + """
				WHERE (r.id = :link OR r.link_of = :link) AND r.ready_at IS NOT NULL ORDER BY r.id DESC LIMIT 1
				""").param("link", linkId).query(this.mapper).optional();
	}

	/**
	 * Locks a report until the transaction ends.
	 */
	void lock(long id) {
		this.jdbc.sql("SELECT FROM reports WHERE id = :id FOR NO KEY UPDATE").param("id", id).query().listOfRows();
	}

	/**
	 * Revokes the reports that a report replaces, and the older ones of its link.
	 * @return their ids
	 */
	List<Long> revokeReplaced(long replacement) {
		return this.jdbc.sql("""
				UPDATE reports SET revoked_at = clock_timestamp(), run = run + 1, replaced_by = :by
				WHERE revoked_at IS NULL AND id IN (
				    SELECT id FROM reports WHERE replaced_by = :by
				    UNION
				    SELECT older.id FROM reports AS newer
				    JOIN reports AS older ON older.id = newer.link_of OR older.link_of = newer.link_of
				    WHERE newer.id = :by AND older.id < newer.id)
				RETURNING id
				""").param("by", replacement).query(Long.class).list();
	}

	/**
	 * Finds a report without its task.
	 */
	Optional<Report> find(long id) {
		return this.jdbc.sql(SELECT + "WHERE r.id = :id").param("id", id).query(this.mapper).optional();
	}

	/**
	 * Finds the reports with these ids that neither expired nor were revoked, without
	 * their tasks.
	 */
	List<Report> findOpen(Collection<Long> ids) {
		return this.jdbc.sql(SELECT + """
				WHERE r.id = ANY (:ids) AND r.revoked_at IS NULL AND coalesce(r.expires_at > now(), true) ORDER BY r.id
				""").param("ids", ids.toArray(Long[]::new)).query(this.mapper).list();
	}

	/**
	 * Deletes reports that ended or failed long ago, unless Google Drive may still share
	 * their file, their link opens another report, or they are repeated.
	 */
	void deleteEnded(Duration ago) {
		this.jdbc.sql("""
				DELETE FROM reports
				WHERE (expires_at < now() - CAST(:ago AS interval) OR revoked_at < now() - CAST(:ago AS interval)
				       OR (ready_at IS NULL AND created_at < now() - CAST(:ago AS interval)))
				    AND (drive_file_id IS NULL OR withdrawn_at IS NOT NULL)
				    AND NOT EXISTS (SELECT FROM reports AS newer WHERE newer.link_of = reports.id)
				    AND NOT EXISTS (SELECT FROM recurring_reports WHERE report_id = reports.id)
				""").param("ago", ago.toString()).update();
	}

	private static Long[] ids(Selection selection) {
		Long[] ids = selection.sqlArray();
		Assert.isTrue(ids == null || ids.length > 0, "A report needs at least one user and one segment");
		return (ids != null) ? ids : new Long[0];
	}

}
