package dev.segmentation.config.startup.failure;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import liquibase.exception.LiquibaseException;
import liquibase.exception.LockException;
import liquibase.exception.MigrationFailedException;
import liquibase.exception.RollbackFailedException;
import liquibase.exception.ValidationFailedException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Explains why the database cannot be migrated.
 */
@Order(1)
class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<LiquibaseException> {

	private static final Pattern HOLDER = Pattern.compile("Currently locked by (.+) since (.+)");

	private static final Pattern CHANGE_SET = Pattern
		.compile("Migration failed for changeset ([^\\s:]+)::([^\\s:]+)::");

	private final Environment environment;

	MigrationFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable failure, LiquibaseException cause) {
		LockException lock = findCause(failure, LockException.class);
		if (lock != null) {
			return locked(lock);
		}
		ValidationFailedException invalid = findCause(failure, ValidationFailedException.class);
		if (invalid != null) {
			return new StartFailure(("The database %s was migrated by a version with different migrations."
					+ " Start that version, or use another database.")
				.formatted(DatabaseName.in(this.environment)), invalid);
		}
		MigrationFailedException failed = findCause(failure, MigrationFailedException.class);
		return (failed != null) ? failed(failed) : notRolledBack(cause);
	}

	private @Nullable FailureAnalysis locked(LockException lock) {
		Matcher holder = HOLDER.matcher("" + lock.getMessage());
		if (!holder.find()) {
			return null;
		}
		return new StartFailure(
				("The database %s is being migrated by %s since %s. Wait until it has finished. If it was killed,"
						+ " run  psql -c 'DELETE FROM databasechangeloglock'  on the database, then start again.")
					.formatted(DatabaseName.in(this.environment), holder.group(1), holder.group(2)),
				lock);
	}

	private @Nullable FailureAnalysis failed(MigrationFailedException failed) {
		Matcher changeSet = CHANGE_SET.matcher("" + failed.getMessage());
		SQLException reason = findCause(failed, SQLException.class);
		if (!changeSet.find() || reason == null) {
			return null;
		}
		return new StartFailure(
				("The database %s cannot be migrated. Change set %s in %s failed (%s) and was rolled back."
						+ " Correct the cause, then start again.")
					.formatted(DatabaseName.in(this.environment), changeSet.group(2), changeSet.group(1),
							firstLine(reason)),
				failed);
	}

	private @Nullable FailureAnalysis notRolledBack(LiquibaseException cause) {
		RollbackFailedException failed = findCause(cause, RollbackFailedException.class);
		SQLException reason = findCause(cause, SQLException.class);
		if (failed == null || reason == null) {
			return null;
		}
		return new StartFailure(
				"The database %s cannot be rolled back any further (%s). Correct the cause, then try again."
					.formatted(DatabaseName.in(this.environment), firstLine(reason)),
				failed);
	}

	private static String firstLine(SQLException reason) {
		return ("" + reason.getMessage()).lines().findFirst().orElse("").replaceFirst("^ERROR: ", "");
	}

}
