package dev.segmentation.config.database.replica;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Positions in the primary's write-ahead log, in bytes since its start. Plain JDBC,
 * because a connection taken through Spring would be kept for the whole transaction.
 */
final class WalPosition {

	private WalPosition() {
	}

	/**
	 * Returns the position up to which a replica can have received the log.
	 */
	static long flushed(DataSource primary) {
		return query(primary, "SELECT CAST(pg_current_wal_flush_lsn() - '0/0' AS bigint)");
	}

	/**
	 * Returns a position after everything that has been committed.
	 */
	static long inserted(DataSource primary) {
		return query(primary, "SELECT CAST(pg_current_wal_insert_lsn() - '0/0' AS bigint)");
	}

	private static long query(DataSource primary, String sql) {
		try (Connection connection = primary.getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getLong(1);
		}
		catch (SQLException ex) {
			throw new DataAccessResourceFailureException("The primary's position cannot be read", ex);
		}
	}

}
