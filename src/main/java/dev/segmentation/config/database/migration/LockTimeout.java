package dev.segmentation.config.database.migration;

import java.sql.SQLException;
import java.sql.Statement;

import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;

/**
 * Limits the wait of each change set for the lock of a table to one second, in its own
 * transaction. Change sets without a transaction take only locks for which no reader or
 * writer waits.
 */
class LockTimeout extends AbstractChangeExecListener {

	private static final String LOCK_NOT_AVAILABLE = "55P03";

	@Override
	public void willRun(Change change, ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
		limit(changeSet, database);
	}

	@Override
	public void willRollback(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
		limit(changeSet, database);
	}

	private static void limit(ChangeSet changeSet, Database database) {
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
