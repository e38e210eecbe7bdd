package dev.segmentation.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestDatabases;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
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

	/** A rollback that forgets something is not hidden by those after it. */
	@Test
	void rollEachTableChangeBackToTheSchemaBeforeIt() throws Exception {
		Deque<List<String>> schemas = new ArrayDeque<>();
		try (Connection connection = this.database.connect();
				Liquibase liquibase = TestDatabases.liquibase(connection)) {
			List<ChangeSet> tableChanges = liquibase.getDatabaseChangeLog()
				.getChangeSets()
				.stream()
				.filter((changeSet) -> changeSet.getFilePath().contains("/migrations/"))
				.toList();
			for (ChangeSet changeSet : tableChanges) {
				schemas.push(definitions());
				liquibase.update(1, new Contexts(), new LabelExpression());
			}
			for (ChangeSet changeSet : tableChanges.reversed()) {
				liquibase.rollback(1, null, new Contexts(), new LabelExpression());
				assertThat(definitions()).as(changeSet.toString()).isEqualTo(schemas.pop());
			}
		}
	}

	@Test
	void rollBackAfterUseAndRunAgain() throws Exception {
		TestDatabases.migrate(this.database);
		List<String> schema = definitions();
		List<String> empty = objects();
		assertThat(empty).contains("relation memberships", "relation operations_id_seq", "type act_kind",
				"routine add_memberships", "trigger memberships_added on memberships");
		this.jdbc.sql("SELECT make_operations_partitions('2026-06-01Z', now())").query(Long.class).single();
		use();
		assertThat(objects()).contains("relation operations_2026_06").hasSizeGreaterThan(empty.size());
		rollBackEverything();
		assertThat(objects()).isEmpty();
		TestDatabases.migrate(this.database);
		assertThat(definitions()).isEqualTo(schema);
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

	@Test
	void buildTheIndexForPartsWhenTheExtensionExists() throws Exception {
		String role = "limited_" + System.nanoTime();
		this.jdbc.sql("CREATE ROLE %s LOGIN PASSWORD 'limited'".formatted(role)).update();
		this.jdbc.sql("ALTER SCHEMA public OWNER TO " + role).update();
		TestDatabase limited = new TestDatabase(this.database.url(), role, "limited");
		TestDatabases.migrate(limited);
		assertThat(hasIndexForParts()).isFalse();
		this.jdbc.sql("CREATE EXTENSION pg_trgm").update();
		TestDatabases.migrate(limited);
		assertThat(hasIndexForParts()).isTrue();
	}

	private boolean hasIndexForParts() {
		return this.jdbc.sql("SELECT to_regclass('users_search_idx') IS NOT NULL").query(Boolean.class).single();
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
	 * Lists the objects with their columns and texts.
	 */
	private List<String> definitions() {
		List<String> definitions = new ArrayList<>(objects());
		definitions.addAll(this.jdbc.sql("""
				SELECT format('column %s.%s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
				              a.attnotnull, pg_get_expr(d.adbin, d.adrelid))
				FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
				LEFT JOIN pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum
				WHERE c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'databasechangelog%'
				UNION ALL
				SELECT format('options %s %s', relname, reloptions) FROM pg_class
				WHERE relnamespace = 'public'::regnamespace AND reloptions IS NOT NULL
				UNION ALL
				SELECT pg_get_indexdef(indexrelid) FROM pg_index
				WHERE indrelid::regclass::text NOT LIKE 'databasechangelog%'
				AND indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
				UNION ALL
				SELECT pg_get_constraintdef(oid) FROM pg_constraint
				WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE 'databasechangelog%'
				UNION ALL
				SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
				AND oid NOT IN (SELECT objid FROM pg_depend WHERE deptype = 'e')
				UNION ALL
				SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
				UNION ALL
				SELECT pg_get_viewdef(oid) FROM pg_class
				WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'
				ORDER BY 1
				""").query(String.class).list());
		return definitions;
	}

	/**
	 * Lists all objects except Liquibase's two tables, their parts and the extension.
	 */
	private List<String> objects() {
		return this.jdbc.sql("""
				SELECT 'relation ' || relname FROM pg_class
				WHERE relnamespace = 'public'::regnamespace AND relname NOT LIKE 'databasechangelog%'
				UNION ALL
				SELECT 'type ' || typname FROM pg_type
				WHERE typnamespace = 'public'::regnamespace AND typname !~ '^_?(databasechangelog|gtrgm)'
				UNION ALL
				SELECT 'routine ' || proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
				AND oid NOT IN (SELECT objid FROM pg_depend WHERE deptype = 'e')
				UNION ALL
				SELECT format('trigger %s on %s', tgname, tgrelid::regclass) FROM pg_trigger WHERE NOT tgisinternal
				UNION ALL
				SELECT format('constraint %s on %s', conname, conrelid::regclass) FROM pg_constraint
				WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE 'databasechangelog%'
				ORDER BY 1
				""").query(String.class).list();
	}

}
