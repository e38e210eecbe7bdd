package dev.segmentation.user.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The lines of imports.
 */
@Repository
class ImportLineRepository {

	private static final String SELECT = """
			SELECT r.line, r.external_id, r.login, r.email, r.verdict, r.reason, coalesce(r.reason_arg, '') AS reason_arg,
			    u.id AS user_id, u.external_id AS user_external_id, u.login AS user_login, u.email AS user_email
			FROM import_rows AS r LEFT JOIN users AS u ON u.id = r.user_id AND r.verdict = 'CHANGED'
			""";

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	ImportLineRepository(JdbcTemplate template, JdbcClient jdbc) {
		this.template = template;
		this.jdbc = jdbc;
	}

	/**
	 * Copies the rows of a file to the database while reading it; no row stays in memory.
	 * @return the number of rows
	 */
	long copy(long importId, ImportFile file, int limit) {
		return this.template
			.execute((ConnectionCallback<Long>) (connection) -> copy(connection, importId, file, limit));
	}

	private static long copy(Connection connection, long importId, ImportFile file, int limit) throws SQLException {
		PGCopyOutputStream sink = new PGCopyOutputStream(connection.unwrap(PGConnection.class), """
				COPY import_rows (import_id, line, external_id, login, email, verdict, reason) FROM STDIN
				""", 1 << 16);
		try {
			CopyWriter writer = new CopyWriter(importId, sink, limit);
			file.forEach(writer);
			writer.flush();
			return sink.endCopy();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			if (sink.isActive()) {
				sink.cancelCopy();
			}
		}
	}

	/**
	 * A few lines of each kind that the dry run found.
	 */
	List<ImportLine> findExamples(long importId) {
		return this.jdbc.sql(SELECT + """
				WHERE r.import_id = :id AND r.line = ANY (ARRAY(
				    SELECT unnest(examples) FROM imports WHERE id = :id)) ORDER BY r.line
				""").param("id", importId).query((row, number) -> line(row)).list();
	}

	List<ImportLine> findRejected(long importId, int limit) {
		return this.jdbc.sql(SELECT + "WHERE r.import_id = :id AND r.reason IS NOT NULL ORDER BY r.line LIMIT :limit")
			.param("id", importId)
			.param("limit", limit)
			.query((row, number) -> line(row))
			.list();
	}

	/**
	 * Passes the rejected lines to the consumer as the database sends them.
	 */
	void forEachRejected(long importId, Consumer<ImportLine> consumer) {
		this.jdbc.sql(SELECT + "WHERE r.import_id = :id AND r.reason IS NOT NULL ORDER BY r.line")
			.param("id", importId)
			.withFetchSize(1000)
			.query((ResultSet row) -> consumer.accept(line(row)));
	}

	/**
	 * Deletes lines.
	 * @param limit the largest number of lines
	 * @return the number of deleted lines
	 */
	int delete(long importId, int limit) {
		return this.jdbc.sql("""
				DELETE FROM import_rows WHERE import_id = :id AND line IN (
				    SELECT line FROM import_rows WHERE import_id = :id ORDER BY line LIMIT :limit)
				""").param("id", importId).param("limit", limit).update();
	}

	/**
	 * Deletes lines that are not rejected.
	 * @param limit the largest number of lines
	 * @return the number of deleted lines
	 */
	int deleteAccepted(long importId, int limit) {
		return this.jdbc.sql("""
				DELETE FROM import_rows WHERE import_id = :id AND line IN (
				    SELECT line FROM import_rows WHERE import_id = :id AND reason IS NULL ORDER BY line LIMIT :limit)
				""").param("id", importId).param("limit", limit).update();
	}

	private static ImportLine line(ResultSet row) throws SQLException {
		String reason = row.getString("reason");
		return new ImportLine(row.getLong("line"), row.getString("external_id"), row.getString("login"),
				row.getString("email"), ImportLine.Verdict.valueOf(row.getString("verdict")),
				(reason != null) ? ImportReason.valueOf(reason) : null, row.getString("reason_arg"), current(row));
	}

	private static ImportLine.@Nullable Current current(ResultSet row) throws SQLException {
		Long userId = row.getObject("user_id", Long.class);
		return (userId != null) ? new ImportLine.Current(userId, row.getString("user_external_id"),
				row.getString("user_login"), row.getString("user_email")) : null;
	}

}
