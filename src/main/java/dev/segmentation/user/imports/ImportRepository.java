package dev.segmentation.user.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Keyset;
import dev.segmentation.shared.database.SqlTime;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Imports. Their lines are in {@link ImportLineRepository}.
 */
@Repository
class ImportRepository {

	private static final String SELECT = """
			SELECT i.id, file_name, ignored, a.login AS account, state, rows, new_rows AS new_users, known_rows AS known,
			    changed_rows AS changed, malformed_rows AS malformed, doubled_rows AS doubled, added, updated, unchanged, late,
			    applied_rows AS processed, uploaded_at, checked_at, finished_at, purged_at IS NOT NULL AS purged
			FROM imports AS i LEFT JOIN accounts AS a ON a.id = i.account_id
			""";

	private static final String LIST = "imports";

	private static final Keyset NEWEST = Keyset.descending("i.id");

	private static final RowMapper<UserImport.DryRun> DRY_RUN = new SimplePropertyRowMapper<>(UserImport.DryRun.class);

	private static final RowMapper<UserImport.Result> RESULT = new SimplePropertyRowMapper<>(UserImport.Result.class);

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
			.query(ImportRepository::userImport)
			.optional();
	}

	/**
	 * All imports, newest first.
	 */
	List<UserImport> findNewest(@Nullable Cursor cursor, int limit) {
		if (cursor != null) {
			cursor.expect(LIST);
		}
		return this.jdbc
			.sql(SELECT + "WHERE " + NEWEST.beyond(cursor, ":id") + " ORDER BY " + NEWEST.order(cursor)
					+ " LIMIT :limit")
			.param("id", (cursor != null) ? cursor.number(1) : null)
			.param("limit", limit)
			.query(ImportRepository::userImport)
			.list();
	}

	/**
	 * The position behind an import of {@link #findNewest}.
	 */
	static Cursor cursor(UserImport userImport) {
		return Cursor.after(LIST, userImport.id());
	}

	/**
	 * The layout of the uploaded file.
	 */
	ImportLayout layout(long id) {
		return this.jdbc.sql("SELECT delimiter, columns, headers FROM imports WHERE id = :id")
			.param("id", id)
			.query((row, number) -> new ImportLayout(row.getString("delimiter").charAt(0),
					texts(row, "columns").stream().map(ImportColumn::valueOf).toList(), texts(row, "headers")))
			.single();
	}

	/**
	 * Makes the dry run, unless the import has one.
	 */
	void check(long id) {
		this.jdbc.sql("SELECT check_import(:id)::text").param("id", id).query(String.class).single();
	}

	/**
	 * Confirms an import.
	 * @return whether it can be imported
	 */
	boolean start(long id) {
		return this.jdbc.sql("UPDATE imports SET state = 'STARTED' WHERE id = :id AND state IN ('CHECKED', 'STARTED')")
			.param("id", id)
			.update() > 0;
	}

	/**
	 * Imports the next lines.
	 * @return the number of lines that are processed; empty at the end
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
				SELECT id FROM imports WHERE purged_at IS NULL AND (uploaded_at < :instant OR state = 'DISCARDED')
				""").param("instant", SqlTime.utc(instant)).query(Long.class).list();
	}

	List<Long> findDoneAndUnpurged() {
		return this.jdbc.sql("SELECT id FROM imports WHERE purged_at IS NULL AND state = 'DONE'")
			.query(Long.class)
			.list();
	}

	/**
	 * Ends an import that has not ended, because its lines will be deleted.
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

	private static UserImport userImport(ResultSet row, int number) throws SQLException {
		return new UserImport(row.getLong("id"), row.getString("file_name"), texts(row, "ignored"),
				row.getString("account"), ImportState.valueOf(row.getString("state")), DRY_RUN.mapRow(row, number),
				RESULT.mapRow(row, number), row.getLong("processed"), SqlTime.instant(row, "uploaded_at"),
				SqlTime.instantOrNull(row, "checked_at"), SqlTime.instantOrNull(row, "finished_at"),
				row.getBoolean("purged"));
	}

	private static List<String> texts(ResultSet row, String column) throws SQLException {
		return List.of((String[]) row.getArray(column).getArray());
	}

}
