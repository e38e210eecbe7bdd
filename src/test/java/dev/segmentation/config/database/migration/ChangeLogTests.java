package dev.segmentation.config.database.migration;

import java.util.List;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import liquibase.changelog.ChangeSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class ChangeLogTests {

	/** Otherwise a rollback would delete the table without a question. */
	@Test
	void knowsWhichRollbackDropsEachTable(TestDatabase database) throws Exception {
		List<String> tables = database.jdbc().sql("""
				SELECT relname FROM pg_class
				WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
				AND relname NOT LIKE 'databasechangelog%'
				""").query(String.class).list();
		assertThat(ChangeLog.read().stream().flatMap((changeSet) -> ChangeLog.reducedTables(changeSet).stream()))
			.containsAll(tables)
			.isSubsetOf(tables);
	}

	@Test
	void knowsTheTablesThatLoseColumns() throws Exception {
		assertThat(ChangeLog.reducedTables(named("tasks_cancelled"))).containsExactly("tasks");
		assertThat(ChangeLog.reducedTables(named("member_list_entries"))).containsExactly("member_lists");
		assertThat(ChangeLog.reducedTables(named("user_search"))).isEmpty();
	}

	private static ChangeSet named(String id) throws Exception {
		return ChangeLog.read().stream().filter((changeSet) -> changeSet.getId().equals(id)).findAny().orElseThrow();
	}

}
