package dev.segmentation.config.database.migration;

import java.sql.Connection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestDatabases;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Several instances that start at the same time on an empty database.
 */
@Isolated("two runs of Liquibase in one JVM wait for each other")
class MigrationTurnTests {

	private static final int INSTANCES = 4;

	@RepeatedTest(2)
	void letsAllInstancesMigrateOneAfterTheOther() throws Exception {
		TestDatabase database = TestDatabases.createEmpty();
		try (ExecutorService instances = Executors.newFixedThreadPool(INSTANCES)) {
			List<Future<?>> starts = Stream.<Future<?>>generate(() -> instances.submit(() -> migrate(database)))
				.limit(INSTANCES)
				.toList();
			for (Future<?> start : starts) {
				start.get();
			}
		}
		assertThat(database.jdbc()
			.sql("SELECT count(*) FROM databasechangelog GROUP BY id HAVING count(*) > 1")
			.query(Long.class)
			.list()).isEmpty();
		assertThat(database.historyMismatches()).isEmpty();
	}

	/**
	 * A long read keeps the table from the migration. Others must not wait for both of
	 * them.
	 */
	@Test
	@Timeout(60)
	void letsOthersWriteWhileAReaderBlocksAMigration() throws Exception {
		TestDatabase database = TestDatabases.create();
		database.jdbc().sql("ALTER TABLE segments DROP COLUMN version").update();
		database.jdbc().sql("DELETE FROM databasechangelog WHERE id = 'segments_version'").update();
		try (ExecutorService instance = Executors.newSingleThreadExecutor(); Connection reader = database.connect()) {
			reader.setAutoCommit(false);
			reader.createStatement().execute("SELECT FROM segments");
			Future<?> migration = instance.submit(() -> migrate(database));
			await().until(() -> waitsForSegments(database));
			Sql.addSegment(database.jdbc());
			assertThat(migration.isDone()).isFalse();
			reader.rollback();
			migration.get();
		}
		assertThat(database.jdbc().sql("SELECT version FROM segments").query(Integer.class).list()).containsExactly(1);
	}

	private static boolean waitsForSegments(TestDatabase database) {
		return database.jdbc().sql("""
				SELECT EXISTS (SELECT FROM pg_locks WHERE relation = to_regclass('segments') AND NOT granted
				    AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
				""").query(Boolean.class).single();
	}

	private static Void migrate(TestDatabase database) throws Exception {
		SpringLiquibase liquibase = new SpringLiquibase();
		liquibase.setDataSource(new DriverManagerDataSource(database.url(), database.user(), database.password()));
		liquibase.setResourceLoader(new DefaultResourceLoader());
		liquibase.setChangeLog("classpath:/db/changelog/db.changelog-master.yaml");
		liquibase.setAnalyticsEnabled(false);
		liquibase.setCustomizer((run) -> run.setChangeExecListener(new MigrationListener()));
		new MigrationTurn().postProcessBeforeInitialization(liquibase, "liquibase");
		liquibase.afterPropertiesSet();
		return null;
	}

}
