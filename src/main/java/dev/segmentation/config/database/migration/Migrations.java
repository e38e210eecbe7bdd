package dev.segmentation.config.database.migration;

import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.Customizer;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Migrates the database forward and back for commands. The application itself migrates at
 * each start.
 */
public class Migrations {

	private final DataSource source;

	private final JdbcClient jdbc;

	private final Customizer<Liquibase> lock;

	Migrations(DataSource source, JdbcClient jdbc, Customizer<Liquibase> lock) {
		this.source = source;
		this.jdbc = jdbc;
		this.lock = lock;
	}

	/**
	 * Returns the migrations of a database on a server, which other instances may use.
	 */
	public static Migrations ofServer(DataSource source) {
		return new Migrations(source, JdbcClient.create(source), MigrationLockConfiguration::waitForOthers);
	}

	/**
	 * Compares the database with the migrations of this program, and changes nothing.
	 */
	public MigrationStatus status() throws LiquibaseException {
		return MigrationStatus.of(applied(), ChangeLog.read(), LowestVersion.find(this.jdbc));
	}

	private List<AppliedChangeSet> applied() {
		if (!this.jdbc.sql("SELECT to_regclass('databasechangelog') IS NOT NULL").query(Boolean.class).single()) {
			return List.of();
		}
		return this.jdbc.sql("""
				SELECT filename AS file, id, md5sum AS checksum, to_char(dateexecuted, 'YYYY-MM-DD HH24:MI') AS at
				FROM databasechangelog ORDER BY dateexecuted, orderexecuted
				""").query(AppliedChangeSet.class).list();
	}

	/**
	 * Applies all pending change sets.
	 */
	public void up() throws SQLException, LiquibaseException {
		MigrationTurn.migrate(new LiquibaseRun(this.source, this.lock,
				(liquibase) -> liquibase.update(new Contexts(), new LabelExpression())));
	}

	/**
	 * Finds the tables with rows whose rows or columns a rollback deletes.
	 * @param steps the number of change sets
	 */
	public List<String> dataLostBy(int steps) throws LiquibaseException {
		List<AppliedChangeSet> rolledBack = status().newest(steps);
		return ChangeLog.read()
			.stream()
			.filter((changeSet) -> rolledBack.stream().anyMatch((applied) -> applied.isOf(changeSet)))
			.flatMap((changeSet) -> ChangeLog.reducedTables(changeSet).stream())
			.distinct()
			.filter(this::hasRows)
			.sorted()
			.toList();
	}

	private boolean hasRows(String table) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM %s)".formatted(table)).query(Boolean.class).single();
	}

	/**
	 * Rolls back the newest change sets. The next migration applies them again.
	 */
	public void down(int steps) throws SQLException, LiquibaseException {
		int kept = applied().size() - steps;
		// Counted again at each attempt, which continues after the change sets that are
		// already rolled back.
		MigrationTurn.migrate(new LiquibaseRun(this.source, this.lock, (liquibase) -> liquibase
			.rollback(applied().size() - kept, null, new Contexts(), new LabelExpression())));
	}

}
