package dev.segmentation.config.database.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import javax.sql.DataSource;

import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;

import org.springframework.beans.factory.BeanInitializationException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets instances that start at the same time migrate one after the other. Liquibase's own
 * lock is not enough: Liquibase creates its tables before it takes the lock, so on an
 * empty database all instances except one would fail. This lock belongs to an open
 * transaction, so that it works through PgBouncer, and PostgreSQL releases it if the
 * instance is killed.
 * <p>
 * The previous version still works meanwhile. A migration that waits for a table makes
 * all later users of the table wait too, so it waits a second at most and tries again
 * after a pause. It then continues with the change set that was rolled back.
 */
@Component
class MigrationTurn implements BeanPostProcessor {

	private static final RetryPolicy RETRIES = RetryPolicy.builder()
		.predicate(LockTimeout::isReached)
		.maxRetries(20)
		.delay(Duration.ofSeconds(3))
		.build();

	private static final RetryPolicy TURNS = RetryPolicy.builder()
		.predicate(LockTimeout::isReached)
		.maxRetries(Long.MAX_VALUE)
		.delay(Duration.ofMillis(100))
		.build();

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof SpringLiquibase liquibase) {
			try {
				migrate(liquibase);
			}
			catch (SQLException | LiquibaseException ex) {
				throw new BeanInitializationException("The database cannot be migrated", ex);
			}
		}
		return bean;
	}

	/**
	 * Runs Liquibase when no other instance does.
	 * @throws UnusableDatabaseException if the program cannot use the database
	 */
	static void migrate(SpringLiquibase liquibase) throws SQLException, LiquibaseException {
		DataSource connections = MigrationConnections.besides(liquibase.getDataSource());
		liquibase.setDataSource(connections);
		try (Connection turn = take(connections)) {
			new DatabaseCheck(JdbcClient.create(connections)).refuseUnusable();
			new RetryTemplate(RETRIES).execute(() -> {
				liquibase.afterPropertiesSet();
				return turn;
			});
		}
		catch (RetryException ex) {
			throw (ex.getCause() instanceof LiquibaseException failure) ? failure
					: new LiquibaseException(ex.getCause());
		}
		// It has run: Spring's own call must not run it again.
		liquibase.setShouldRun(false);
	}

	/**
	 * Waits for the turn in short transactions. CREATE INDEX CONCURRENTLY waits for all
	 * transactions with a snapshot, so neither the waiting instances nor the one that
	 * migrates keep one. A DO statement keeps none after its end, unlike a SELECT.
	 */
	private static Connection take(DataSource connections) throws RetryException {
		return new RetryTemplate(TURNS).execute(() -> {
			Connection connection = connections.getConnection();
			try (Statement statement = connection.createStatement()) {
				connection.setAutoCommit(false);
				statement.execute("""
						SET LOCAL idle_in_transaction_session_timeout = 0;
						SET LOCAL lock_timeout = '1s';
						DO $$ BEGIN
						    PERFORM pg_advisory_xact_lock(hashtextextended('segmentation.migration', 0));
						END $$
						""");
				return connection;
			}
			catch (SQLException ex) {
				connection.close();
				throw ex;
			}
		});
	}

}
