package dev.segmentation.command;

import java.sql.Connection;

import dev.segmentation.config.ProgramInfo;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestDatabases;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Migrations forward and back, on a database that the settings name.
 */
@Isolated("two runs of Liquibase in one JVM wait for each other")
class MigrateCommandTests {

	private static final String NEWEST = "routines/spreadsheet_cell.sql: spreadsheet_cell";

	@Test
	void migratesAnEmptyDatabaseAndFindsNothingToDoAfterwards() {
		TestDatabase database = TestDatabases.createEmpty();
		CommandRun up = CommandRun.on(database, "migrate", "up");
		assertThat(up.err()).isEmpty();
		assertThat(up.exitCode()).isZero();
		assertThat(up.out()).startsWith("Applied migrations/0001-users.sql: users\n")
			.endsWith("Applied %s\nThe database is up to date.\n".formatted(NEWEST));
		assertThat(database.historyMismatches()).isEmpty();
		assertThat(CommandRun.on(database, "migrate", "up").out()).isEqualTo("The database is up to date.\n");
		assertThat(CommandRun.on(database, "migrate", "status").out())
			.matches("(?s)\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d  migrations/0001-users.sql: users\n.*")
			.endsWith("  %s\n%d applied, 0 pending, 0 unknown to this program\n".formatted(NEWEST, applied(database)));
	}

	@Test
	void onlyReadsTheStatus() {
		TestDatabase database = TestDatabases.createEmpty();
		CommandRun status = CommandRun.on(database, "migrate", "status");
		assertThat(status.exitCode()).isZero();
		assertThat(status.out()).startsWith("pending           migrations/0001-users.sql: users\n")
			.contains("\n0 applied, ");
		assertThat(tables(database)).isZero();
	}

	@Test
	void rollsBackTheNewestChangeSetAndAppliesItAgain() {
		TestDatabase database = TestDatabases.create();
		int all = applied(database);
		assertThat(CommandRun.on(database, "migrate", "down"))
			.isEqualTo(new CommandRun(0, "Rolled back %s\n".formatted(NEWEST), ""));
		assertThat(applied(database)).isEqualTo(all - 1);
		assertThat(CommandRun.on(database, "migrate", "status").out()).endsWith(
				"pending           %s\n%d applied, 1 pending, 0 unknown to this program\n".formatted(NEWEST, all - 1));
		assertThat(CommandRun.on(database, "migrate", "up").out()).startsWith("Applied " + NEWEST);
		assertThat(applied(database)).isEqualTo(all);
	}

	/** The tests have no terminal to ask on. */
	@Test
	void deletesDataOnlyWithConsent() {
		TestDatabase database = TestDatabases.create();
		Sql.addUser(database.jdbc());
		String all = "--steps=" + applied(database);
		CommandRun refused = CommandRun.on(database, "migrate", "down", all);
		assertThat(refused.err()).startsWith("This deletes data of the tables accounts, ")
			.contains(", users. ")
			.doesNotContain("memberships")
			.endsWith(" Repeat the command with --yes if you agree.");
		assertThat(refused.exitCode()).isOne();
		assertThat(database.jdbc().sql("SELECT count(*) FROM users").query(Long.class).single()).isOne();
		CommandRun down = CommandRun.on(database, "migrate", "down", all, "--yes");
		assertThat(down.err()).isEmpty();
		assertThat(down.out()).endsWith("Rolled back migrations/0001-users.sql: users\n");
		// Those of Liquibase.
		assertThat(tables(database)).isEqualTo(2);
	}

	@Test
	void refusesMoreStepsThanThereAre() {
		TestDatabase database = TestDatabases.create();
		int all = applied(database);
		CommandRun refused = CommandRun.on(database, "migrate", "down", "--yes", "--steps", "1000");
		assertThat(refused)
			.isEqualTo(new CommandRun(1, "", "--steps is 1000, but the database has %d change sets.".formatted(all)));
		assertThat(applied(database)).isEqualTo(all);
	}

	@Test
	void leavesChangeSetsOfANewerVersionToThatVersion() {
		TestDatabase database = TestDatabases.create();
		database.jdbc().sql("""
				INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)
				VALUES ('future', 'segmentation', 'db/changelog/migrations/9999-future.sql', now(), 9999, 'EXECUTED')
				""").update();
		int all = applied(database);
		assertThat(CommandRun.on(database, "migrate", "status").out())
			.contains("\nunknown           migrations/9999-future.sql: future\n")
			.endsWith(", 1 unknown to this program\n");
		assertThat(CommandRun.on(database, "migrate", "down")).isEqualTo(new CommandRun(1, "", """
				Another version of the program applied the change set migrations/9999-future.sql: future: roll it \
				back with that version."""));
		assertThat(applied(database)).isEqualTo(all);
	}

	/** A later version has removed something that this version needs. */
	@Test
	void refusesADatabaseThatNeedsANewerVersion() throws Exception {
		TestDatabase database = TestDatabases.create();
		try (Connection connection = database.connect(); Liquibase future = future(connection)) {
			future.update();
			int all = applied(database);
			assertThat(CommandRun.on(database, "migrate", "up")).isEqualTo(new CommandRun(1, "",
					"""
							The database needs version 10.0.0 of the program or a newer one, but this is version %s. Start a newer \
							version."""
						.formatted(ProgramInfo.version())));
			assertThat(CommandRun.on(database, "migrate", "status").out()).endsWith("""

					The database needs version 10.0.0 of the program or a newer one.
					%d applied, 0 pending, 2 unknown to this program
					""".formatted(all));
			future.rollback(2, null);
		}
		assertThat(CommandRun.on(database, "migrate", "up").out()).isEqualTo("The database is up to date.\n");
	}

	private static Liquibase future(Connection connection) throws LiquibaseException {
		return new Liquibase("db/future.sql", new ClassLoaderResourceAccessor(),
				DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)));
	}

	@Test
	void refusesADatabaseThatIsNotInUtf8() {
		TestDatabase server = TestDatabases.createEmpty();
		String name = "test_latin_" + System.nanoTime();
		server.jdbc()
			.sql("CREATE DATABASE %s ENCODING 'SQL_ASCII' LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0"
				.formatted(name))
			.update();
		TestDatabase ascii = new TestDatabase(server.url().replaceFirst("/[^/]*$", "/" + name), server.user(),
				server.password());
		assertThat(CommandRun.on(ascii, "migrate", "up")).isEqualTo(
				new CommandRun(1, "", "The database has the encoding SQL_ASCII. Create it with ENCODING 'UTF8'."));
		assertThat(tables(ascii)).isZero();
	}

	@Test
	void refusesAReadOnlyDatabase() {
		TestDatabase database = TestDatabases.createEmpty();
		TestDatabase readOnly = new TestDatabase(database.url() + "?options=-c%20default_transaction_read_only=on",
				database.user(), database.password());
		assertThat(CommandRun.on(readOnly, "migrate", "up")).isEqualTo(new CommandRun(1, "",
				"The database %s is read-only. Make it writable, or correct SPRING_DATASOURCE_URL."
					.formatted(database.url())));
	}

	@Test
	void explainsARollbackThatFails() {
		TestDatabase database = TestDatabases.create();
		int all = applied(database);
		database.jdbc().sql("DROP FUNCTION spreadsheet_text").update();
		CommandRun failed = CommandRun.on(database, "migrate", "down", "--steps=3");
		assertThat(failed).isEqualTo(new CommandRun(1, "", """
				The database %s cannot be rolled back any further (could not find a function named \
				"spreadsheet_text"). Correct the cause, then try again.""".formatted(database.url())));
		assertThat(applied(database)).isEqualTo(all - 1);
	}

	@Test
	void replacesARoutineOfAnotherVersion() {
		TestDatabase database = TestDatabases.create();
		database.jdbc().sql("UPDATE databasechangelog SET md5sum = '9:0' WHERE id = 'spreadsheet_cell'").update();
		assertThat(CommandRun.on(database, "migrate", "status").out()).contains("pending           " + NEWEST);
		assertThat(CommandRun.on(database, "migrate", "up").out()).startsWith("Applied " + NEWEST);
		assertThat(CommandRun.on(database, "migrate", "up").out()).isEqualTo("The database is up to date.\n");
	}

	private static int applied(TestDatabase database) {
		return database.jdbc().sql("SELECT count(*) FROM databasechangelog").query(Integer.class).single();
	}

	private static long tables(TestDatabase database) {
		return database.jdbc()
			.sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
			.query(Long.class)
			.single();
	}

}
