package dev.segmentation.config.database.migration;

import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares each change set, and says at the first one why the start takes longer.
 */
class MigrationListener extends AbstractChangeExecListener {

	private static final Logger logger = LoggerFactory.getLogger(MigrationListener.class);

	private boolean first = true;

	@Override
	public void willRun(Change change, ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
		if (this.first) {
			logger.info("Bringing the tables of the database up to date");
			this.first = false;
		}
		LockTimeout.set(changeSet, database);
	}

	@Override
	public void willRollback(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
		LockTimeout.set(changeSet, database);
	}

}
