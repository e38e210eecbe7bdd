package dev.segmentation.report;

import java.util.List;
import java.util.Optional;

import dev.segmentation.report.drive.DriveException.Problem;
import dev.segmentation.report.drive.DriveFile;
import dev.segmentation.report.drive.DriveReaders;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the reports say about files on Google Drive.
 */
@Repository
class DriveReportRepository {

	/** Reports whose file nobody may read, or nobody knows who can. */
	private static final String ENDED = """
			 place = 'DRIVE' AND drive_file_id IS NOT NULL AND withdrawn_at IS NULL
			    AND (revoked_at IS NOT NULL OR expires_at <= now() OR (ready_at IS NULL AND drive_problem IS NOT NULL))
			""";

	/** The number of replaced or failed reports of a file on Google Drive that stay. */
	private static final int KEPT_REPLACED = 20;

	private final JdbcClient jdbc;

	DriveReportRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Records that Google Drive did not take or share the file. Only the newest failed
	 * reports of a name without a task stay, because a program may try each minute.
	 * @param remaining the file that Drive keeps although it is not shared; {@code null}
	 * for none
	 */
	void fail(ReportRun run, Problem problem, @Nullable DriveFile remaining) {
		this.jdbc.sql("""
				WITH failed AS (
				    UPDATE reports SET drive_problem = :problem, drive_file_id = coalesce(:file, drive_file_id),
				        drive_link = coalesce(:link, drive_link), withdrawn_at = NULL
				    WHERE id = :id AND run = :run AND ready_at IS NULL
				    RETURNING id, name
				)
				DELETE FROM reports WHERE id IN (
				    SELECT r.id FROM reports AS r JOIN failed ON failed.name = r.name AND failed.id > r.id
				    WHERE r.drive_problem IS NOT NULL AND r.ready_at IS NULL AND r.task_id IS NULL
				        AND NOT EXISTS (SELECT FROM recurring_reports WHERE report_id = r.id)
				    ORDER BY r.id DESC OFFSET :kept)
				""")
			.param("problem", problem.name())
			.param("file", (remaining != null) ? remaining.id() : null)
			.param("link", (remaining != null) ? remaining.link() : null)
			.param("id", run.reportId())
			.param("run", run.number())
			.param("kept", KEPT_REPLACED)
			.update();
	}

	/**
	 * Ends older reports that have the same file on Google Drive, since this report has
	 * replaced its content. Only the newest of them stay, because a program may share the
	 * same report each minute.
	 */
	void replaceOthersOf(String driveFileId, long id) {
		this.jdbc.sql("""
				WITH replaced AS (
				    UPDATE reports SET revoked_at = clock_timestamp(), replaced_by = :id
				    WHERE drive_file_id = :file AND id <> :id AND revoked_at IS NULL
				    RETURNING id
				)
				INSERT INTO report_events (report_id, kind, account_id)
				SELECT replaced.id, 'REPLACED', r.account_id FROM replaced JOIN reports AS r ON r.id = :id
				""").param("file", driveFileId).param("id", id).update();
		this.jdbc.sql("""
				DELETE FROM reports WHERE id IN (
				    SELECT id FROM reports AS r WHERE drive_file_id = :file AND replaced_by IS NOT NULL
				        AND NOT EXISTS (SELECT FROM recurring_reports WHERE report_id = r.id)
				    ORDER BY id DESC OFFSET :kept)
				""").param("file", driveFileId).param("kept", KEPT_REPLACED).update();
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
	 * Finds the readers of a file on Google Drive.
	 * @param usual the readers of reports without their own
	 * @return empty when no report shares the file
	 */
	Optional<DriveReaders> findReaders(String driveFileId, DriveReaders usual) {
		return this.jdbc.sql("""
				SELECT coalesce(drive_readers, :usual) FROM reports
				WHERE drive_file_id = :file AND ready_at IS NOT NULL AND revoked_at IS NULL
				    AND coalesce(expires_at > now(), true)
				ORDER BY id DESC LIMIT 1
				""")
			.param("file", driveFileId)
			.param("usual", usual.toString())
			.query(String.class)
			.optional()
			.flatMap(DriveReaders::parse);
	}

	/**
	 * Finds all who may have got access to a file of this name. Each file has its own
	 * name.
	 */
	DriveReaders findFormer(String name) {
		return former("name = :value", name);
	}

	/**
	 * Finds all who may have got access to a file.
	 */
	DriveReaders findFormerOf(String driveFileId) {
		return former("drive_file_id = :value", driveFileId);
	}

	private DriveReaders former(String condition, String value) {
		return this.jdbc
			.sql("SELECT DISTINCT drive_readers FROM reports WHERE place = 'DRIVE' AND drive_readers IS NOT NULL AND "
					+ condition)
			.param("value", value)
			.query(String.class)
			.list()
			.stream()
			.flatMap((readers) -> DriveReaders.parse(readers).stream())
			.reduce(DriveReaders.NONE, DriveReaders::with);
	}

	/**
	 * Finds the ended reports of a file whose readers may still have access.
	 */
	List<Long> findEnded(String driveFileId) {
		return this.jdbc.sql("SELECT id FROM reports WHERE drive_file_id = :file AND" + ENDED)
			.param("file", driveFileId)
			.query(Long.class)
			.list();
	}

	/**
	 * Records that Google Drive no longer shares the file for these reports.
	 */
	void setWithdrawn(List<Long> ids) {
		this.jdbc.sql("UPDATE reports SET withdrawn_at = clock_timestamp() WHERE id = ANY (:ids)")
			.param("ids", ids.toArray(Long[]::new))
			.update();
	}

	/**
	 * Records why the access of a file could not be withdrawn.
	 */
	void setProblem(String driveFileId, Problem problem) {
		this.jdbc
			.sql("""
					UPDATE reports SET drive_problem = :problem, withdraw_after = greatest(withdraw_after, now() + interval '1 minute')
					WHERE drive_file_id = :file AND
					"""
					+ ENDED)
			.param("problem", problem.name())
			.param("file", driveFileId)
			.update();
	}

	/**
	 * Takes a file whose access must be withdrawn. Another instance or a later call takes
	 * it again after a while, which grows from a minute to an hour, unless the withdrawal
	 * is recorded.
	 */
	Optional<String> takeEnded() {
		return this.jdbc
			.sql("""
					UPDATE reports SET withdraw_tries = withdraw_tries + 1,
					    withdraw_after = now() + least(interval '1 hour', interval '1 minute' * power(2, least(withdraw_tries, 6)))
					WHERE id = (SELECT id FROM reports WHERE withdraw_after <= now() AND
					"""
					+ ENDED + """
							    ORDER BY withdraw_after LIMIT 1 FOR UPDATE SKIP LOCKED)
							RETURNING drive_file_id
							""")
			.query(String.class)
			.optional();
	}

}
