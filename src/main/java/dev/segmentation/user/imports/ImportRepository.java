package dev.segmentation.user.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Imports; their lines have a repository of their own.
 */
@Repository
class ImportRepository {

	private static final String SELECT = """
			SELECT i.id, file_name, ignored, a.login AS account, state, rows, new_rows, known_rows, changed_rows,
			    malformed_rows, doubled_rows, added, updated, unchanged, late, applied_rows, uploaded_at, checked_at, finished_at,
			    purged_at IS NOT NULL AS purged
			FROM imports AS i LEFT JOIN accounts AS a ON a.id = i.account_id
			""";

	private final JdbcClient jdbc;

	ImportRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long insert(String fileName, ImportHeader header, long accountId) {
		return this.jdbc.sql("""
				INSERT INTO imports (file_name, delimiter, columns, headers, ignored, account_id)
				VALUES (:name, :delimiter, :columns, :headers, :ignored, :account) RETURNING id
				""")
			.param("name", fileName)
			.param("delimiter", String.valueOf(header.delimiter()))
			.param("columns", header.columns().stream().map(Enum::name).toArray(String[]::new))
			.param("headers", header.names().toArray(String[]::new))
			.param("ignored", header.ignored().toArray(String[]::new))
			.param("account", accountId)
			.query(Long.class)
			.single();
	}

	void updateRows(long id, long rows) {
		this.jdbc.sql("UPDATE imports SET rows = :rows WHERE id = :id").param("id", id).param("rows", rows).update();
	}

	Optional<UserImport> find(long id) {
		return this.jdbc.sql(SELECT + "WHERE i.id = :id")
			.param("id", id)
			.query((row, number) -> userImport(row))
			.optional();
	}

	List<UserImport> findBefore(long id, int limit) {
		return this.jdbc.sql(SELECT + "WHERE i.id < :id ORDER BY i.id DESC LIMIT :limit")
			.param("id", id)
			.param("limit", limit)
			.query((row, number) -> userImport(row))
			.list();
	}

	/**
	 * How the file of the rejected lines is to look: as the one that came.
	 */
	ImportLayout layout(long id) {
		return this.jdbc.sql("SELECT delimiter, columns, headers FROM imports WHERE id = :id")
			.param("id", id)
			.query((row, number) -> new ImportLayout(row.getString("delimiter").charAt(0),
					texts(row, "columns").stream().map(ImportColumn::valueOf).toList(), texts(row, "headers")))
			.single();
	}

	/**
	 * Makes the dry run, unless that has been done.
	 */
	void check(long id) {
		this.jdbc.sql("SELECT check_import(:id)::text").param("id", id).query(String.class).single();
	}

	/**
	 * Confirms it.
	 * @return whether there was anything to confirm
	 */
	boolean start(long id) {
		return this.jdbc.sql("UPDATE imports SET state = 'STARTED' WHERE id = :id AND state IN ('CHECKED', 'STARTED')")
			.param("id", id)
			.update() > 0;
	}

	/**
	 * Imports the next lines.
	 * @return how many lines are behind it; empty at the end
	 */
	Optional<Long> applyBatch(long id, int batch) {
		return this.jdbc.sql("SELECT apply_import(:id, :batch)")
			.param("id", id)
			.param("batch", batch)
			.query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
			.single();
	}

	boolean discard(long id) {
		return this.jdbc.sql("""
				UPDATE imports SET state = 'DISCARDED', finished_at = clock_timestamp()
				WHERE id = :id AND state IN ('UPLOADED', 'CHECKED')
				""").param("id", id).update() > 0;
	}

	List<Long> findUnpurgedBefore(Instant instant) {
		return this.jdbc.sql("""
				SELECT id FROM imports WHERE purged_at IS NULL
				    AND (uploaded_at < CAST(:instant AS timestamptz) OR state = 'DISCARDED')
				""").param("instant", instant.toString()).query(Long.class).list();
	}

	List<Long> findDoneAndUnpurged() {
		return this.jdbc.sql("SELECT id FROM imports WHERE purged_at IS NULL AND state = 'DONE'")
			.query(Long.class)
			.list();
	}

	/**
	 * Ends an import that will lose its lines: what was not done by now never will be.
	 */
	void giveUp(long id) {
		this.jdbc.sql("""
				UPDATE imports SET state = 'DISCARDED', finished_at = clock_timestamp()
				WHERE id = :id AND state IN ('UPLOADED', 'CHECKED', 'STARTED')
				""").param("id", id).update();
	}

	void recordPurge(long id) {
		this.jdbc.sql("UPDATE imports SET purged_at = clock_timestamp() WHERE id = :id").param("id", id).update();
	}

	private static UserImport userImport(ResultSet row) throws SQLException {
		return new UserImport(row.getLong("id"), row.getString("file_name"), texts(row, "ignored"),
				row.getString("account"), ImportState.valueOf(row.getString("state")), dryRun(row), result(row),
				row.getLong("applied_rows"), row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
				instant(row, "checked_at"), instant(row, "finished_at"), row.getBoolean("purged"));
	}

	private static UserImport.DryRun dryRun(ResultSet row) throws SQLException {
		return new UserImport.DryRun(row.getLong("rows"), row.getLong("new_rows"), row.getLong("known_rows"),
				row.getLong("changed_rows"), row.getLong("malformed_rows"), row.getLong("doubled_rows"));
	}

	private static UserImport.Result result(ResultSet row) throws SQLException {
		return new UserImport.Result(row.getLong("added"), row.getLong("updated"), row.getLong("unchanged"),
				row.getLong("late"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static List<String> texts(ResultSet row, String column) throws SQLException {
		return List.of((String[]) row.getArray(column).getArray());
	}

}
