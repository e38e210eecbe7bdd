package dev.segmentation.shared.csv;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class CsvCopyRepository implements CsvCopy {

	private static final String QUERY_CANCELED = "57014";

	private final JdbcTemplate template;

	CsvCopyRepository(JdbcTemplate template) {
		this.template = template;
	}

	@Override
	public long read(String sql, byte[] start, CsvReader reader) {
		return read(sql, (lines) -> new CsvStream(start, lines), reader);
	}

	@Override
	public long readLines(String sql, CsvReader reader) {
		return read(sql, CsvStream::withoutHeader, reader);
	}

	private long read(String sql, Function<CsvStream.Lines, CsvStream> stream, CsvReader reader) {
		return this.template.execute((ConnectionCallback<Long>) (connection) -> read(connection, sql, stream, reader));
	}

	private long read(Connection connection, String sql, Function<CsvStream.Lines, CsvStream> stream, CsvReader reader)
			throws SQLException {
		PGConnection postgres = connection.unwrap(PGConnection.class);
		PGCopyInputStream copy = new PGCopyInputStream(postgres, sql);
		try {
			CsvStream csv = stream.apply(() -> next(copy));
			reader.read(csv);
			return csv.lines();
		}
		catch (IOException ex) {
			throw new CsvNotReadException(ex);
		}
		finally {
			if (copy.isActive()) {
				giveUp(postgres, copy);
			}
		}
	}

	/**
	 * Cancels the query, and reads what the server has already sent, so that the
	 * connection can be used again. Otherwise the driver would leave the server's answer
	 * to the next statement.
	 */
	private static void giveUp(PGConnection connection, PGCopyInputStream copy) throws SQLException {
		connection.cancelQuery();
		try {
			while (copy.readFromCopy() != null) {
				// The server sent it before the cancellation.
			}
		}
		catch (SQLException ex) {
			if (!isCancelled(ex)) {
				throw ex;
			}
		}
	}

	/** The driver wraps the server's error in one with another SQL state. */
	private static boolean isCancelled(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException ex && QUERY_CANCELED.equals(ex.getSQLState())) {
				return true;
			}
		}
		return false;
	}

	/** A database error is rethrown unchanged, because it is not an I/O error. */
	private byte @Nullable [] next(PGCopyInputStream copy) {
		try {
			return copy.readFromCopy();
		}
		catch (SQLException ex) {
			DataAccessException failure = this.template.getExceptionTranslator().translate("COPY", null, ex);
			throw (failure != null) ? failure : new UncategorizedSQLException("COPY", null, ex);
		}
	}

	@Override
	public String literal(String text) {
		return this.template.execute((ConnectionCallback<String>) (connection) -> "'"
				+ connection.unwrap(PGConnection.class).escapeLiteral(text) + "'");
	}

}
