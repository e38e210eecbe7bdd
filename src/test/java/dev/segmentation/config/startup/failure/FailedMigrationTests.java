package dev.segmentation.config.startup.failure;

import java.util.Map;

import dev.segmentation.support.FailedStart;
import dev.segmentation.support.ProcessTest;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestDatabases;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An external database that cannot be migrated ends the start with one sentence.
 */
@ProcessTest
class FailedMigrationTests {

	@Test
	void namesTheHostAndTheTimeOfTheLock() {
		TestDatabase database = TestDatabases.create();
		// Without a pending change set, Liquibase does not take the lock.
		database.jdbc().sql("DELETE FROM databasechangelog WHERE id = 'history_mismatches'").update();
		database.jdbc().sql("""
				UPDATE databasechangeloglock SET locked = true, lockedby = 'elsewhere (10.0.0.7)',
				       lockgranted = TIMESTAMP '2026-02-03 04:05:06'
				""").update();
		FailedStart start = start(database);
		// Liquibase prints this line at each check.
		String sentence = start.output().replace("Waiting for changelog lock....\n", "");
		assertThat(sentence)
			.startsWith("The database %s is being migrated by elsewhere (10.0.0.7) since ".formatted(database.url()))
			.endsWith("""
					. Wait until it has finished. If it was killed, run psql -c 'DELETE FROM \
					databasechangeloglock' on the database, then start again.""");
		assertOneSentence(new FailedStart(start.exitCode(), sentence));
	}

	@Test
	void namesTheChangeSetThatFails() {
		TestDatabase database = TestDatabases.createEmpty();
		database.jdbc().sql("CREATE TABLE users (name text)").update();
		FailedStart start = start(database);
		assertThat(start.output()).contains("Bringing the tables of the database up to date\n");
		String sentence = start.output().substring(start.output().indexOf('\n') + 1);
		assertThat(sentence).isEqualTo("""
				The database %s cannot be migrated. Change set users in \
				db/changelog/migrations/0001-users.sql failed (relation "users" already exists) and was rolled back. \
				Correct the cause, then start again.""".formatted(database.url()));
		assertOneSentence(new FailedStart(start.exitCode(), sentence));
	}

	@Test
	void refusesADatabaseWithOtherMigrations() {
		TestDatabase database = TestDatabases.create();
		database.jdbc().sql("UPDATE databasechangelog SET md5sum = '9:0' WHERE id = 'users'").update();
		FailedStart start = start(database);
		assertThat(start.output()).isEqualTo("""
				The database %s was migrated by a version with different migrations. Start that version, \
				or use another database.""".formatted(database.url()));
		assertOneSentence(start);
	}

	@Test
	void reportsThatTheUserCannotCreateTables() {
		TestDatabase database = TestDatabases.createEmpty();
		database.jdbc().sql("DROP ROLE IF EXISTS visitor").update();
		database.jdbc().sql("CREATE ROLE visitor LOGIN PASSWORD 'visitor'").update();
		FailedStart start = start(new TestDatabase(database.url(), "visitor", "visitor"));
		assertThat(start.output()).isEqualTo("""
				The database %s does not allow the user to create tables. Make the user its owner, or use another \
				database.""".formatted(database.url()));
		assertOneSentence(start);
	}

	private static FailedStart start(TestDatabase database) {
		return FailedStart.inSharedProcess(Map.of("SPRING_DATASOURCE_URL", database.url(), "SPRING_DATASOURCE_USERNAME",
				database.user(), "SPRING_DATASOURCE_PASSWORD", database.password()));
	}

	private static void assertOneSentence(FailedStart start) {
		assertThat(start.output()).doesNotContain("\n", "Exception", "at dev.");
		assertThat(start.exitCode()).isNotZero();
	}

}
