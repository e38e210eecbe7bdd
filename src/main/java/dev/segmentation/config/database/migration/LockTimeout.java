package dev.segmentation.config.database.migration;

import java.sql.SQLException;
import java.sql.Statement;

import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;

/**
 * Limits the wait of each change set for the lock of a table to one second, in its own
 * transaction. Change sets without a transaction take only locks for which no reader or
 * writer waits.
 */
final class LockTimeout {

	private static final String LOCK_NOT_AVAILABLE = "55P03";

	private LockTimeout() {
	}

	static void set(ChangeSet changeSet, Database database) {
		if (!changeSet.isRunInTransaction()) {
			return;
		}
		try (Statement statement = ((JdbcConnection) database.getConnection()).createStatement()) {
			statement.execute("SET LOCAL lock_timeout = '1s'");
		}
		catch (SQLException | DatabaseException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static boolean isReached(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException ex && LOCK_NOT_AVAILABLE.equals(ex.getSQLState())) {
				return true;
			}
		}
		return false;
	}

}
