package dev.segmentation.config.database;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestDatabases;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.RepeatedTest;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several instances that start at the same time on an empty database.
 */
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

	private static Void migrate(TestDatabase database) throws Exception {
		SpringLiquibase liquibase = new SpringLiquibase();
		liquibase.setDataSource(new DriverManagerDataSource(database.url(), database.user(), database.password()));
		liquibase.setResourceLoader(new DefaultResourceLoader());
		liquibase.setChangeLog("classpath:/db/changelog/db.changelog-master.yaml");
		liquibase.setAnalyticsEnabled(false);
		MigrationTurn turn = new MigrationTurn();
		turn.postProcessBeforeInitialization(liquibase, "liquibase");
		liquibase.afterPropertiesSet();
		turn.postProcessAfterInitialization(liquibase, "liquibase");
		return null;
	}

}
