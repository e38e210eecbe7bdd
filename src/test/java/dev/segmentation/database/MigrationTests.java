package dev.segmentation.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestDatabases;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the migrations run, roll back completely, and run again.
 */
@Isolated("two runs of Liquibase in one JVM wait for each other")
class MigrationTests {

	private final TestDatabase database = TestDatabases.createEmpty();

	private final JdbcClient jdbc = this.database.jdbc();

	@Test
	void runRollBackAndRunAgain() throws Exception {
		TestDatabases.migrate(this.database);
		List<String> schema = objects();
		assertThat(schema).contains("relation memberships", "relation operations_id_seq", "type act_kind",
				"routine add_memberships", "trigger memberships_added on memberships");
		rollBackEverything();
		assertThat(objects()).isEmpty();
		TestDatabases.migrate(this.database);
		assertThat(objects()).isEqualTo(schema);
		use();
	}

	@Test
	void rollBackAfterUseAndRunAgain() throws Exception {
		TestDatabases.migrate(this.database);
		List<String> schema = objects();
		this.jdbc.sql("SELECT make_operations_partitions('2026-06-01Z', now())").query(Long.class).single();
		use();
		assertThat(objects()).contains("relation operations_2026_06").hasSizeGreaterThan(schema.size());
		rollBackEverything();
		assertThat(objects()).isEmpty();
		TestDatabases.migrate(this.database);
		assertThat(objects()).isEqualTo(schema);
		use();
	}

	@Test
	void changeNothingTheSecondTime() throws Exception {
		TestDatabases.migrate(this.database);
		use();
		List<String> schema = objects();
		long operations = countOperations();
		TestDatabases.migrate(this.database);
		assertThat(objects()).isEqualTo(schema);
		assertThat(countOperations()).isEqualTo(operations);
	}

	private void rollBackEverything() throws SQLException, LiquibaseException {
		int changeSets = this.jdbc.sql("SELECT count(*) FROM databasechangelog").query(Integer.class).single();
		try (Connection connection = this.database.connect();
				Liquibase liquibase = TestDatabases.liquibase(connection)) {
			liquibase.rollback(changeSets, null, new Contexts(), new LabelExpression());
		}
		assertThat(this.jdbc.sql("SELECT count(*) FROM databasechangelog").query(Long.class).single()).isZero();
	}

	private void use() {
		long user = Sql.addUser(this.jdbc);
		long segment = Sql.addSegment(this.jdbc);
		Sql.addSegment(this.jdbc, "EVERYBODY " + segment, "100");
		Memberships.add(this.jdbc, user, segment);
		Memberships.remove(this.jdbc, user, segment);
		Memberships.insertUntil(this.jdbc, Instant.parse("2026-06-30T23:59:59Z"), user, segment);
		assertThat(Memberships.expire(this.jdbc, 10)).isOne();
		assertThat(Operation.of(this.jdbc, segment)).extracting(Operation::type)
			.containsExactlyInAnyOrder("added", "deleted", "added", "deleted");
		assertThat(this.jdbc.sql("SELECT fold_changes(100)").query(Long.class).single()).isPositive();
		assertThat(this.database.historyMismatches()).isEmpty();
		assertThat(this.database.sizeMismatches()).isEmpty();
	}

	private long countOperations() {
		return this.jdbc.sql("SELECT count(*) FROM operations").query(Long.class).single();
	}

	/**
	 * Lists all objects except Liquibase's two tables and their parts.
	 */
	private List<String> objects() {
		return this.jdbc.sql("""
				SELECT 'relation ' || relname FROM pg_class
				WHERE relnamespace = 'public'::regnamespace AND relname NOT LIKE 'databasechangelog%'
				UNION ALL
				SELECT 'type ' || typname FROM pg_type
				WHERE typnamespace = 'public'::regnamespace AND typname !~ '^_?databasechangelog'
				UNION ALL
				SELECT 'routine ' || proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
				UNION ALL
				SELECT format('trigger %s on %s', tgname, tgrelid::regclass) FROM pg_trigger WHERE NOT tgisinternal
				UNION ALL
				SELECT format('constraint %s on %s', conname, conrelid::regclass) FROM pg_constraint
				WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE 'databasechangelog%'
				ORDER BY 1
				""").query(String.class).list();
	}

}
