package dev.segmentation.config.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import liquibase.integration.spring.SpringLiquibase;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanInitializationException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Lets instances that start at once migrate one after the other. Liquibase has a lock of
 * its own, but makes the tables for it, and for what it has done, before it holds that
 * lock: on an empty database all but one would fail. This turn ends with its connection,
 * so a killed instance does not keep it.
 */
@Component
class MigrationTurn implements BeanPostProcessor {

	private @Nullable Connection connection;

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof SpringLiquibase liquibase) {
			try {
				this.connection = take(liquibase);
			}
			catch (SQLException ex) {
				throw new BeanInitializationException("No turn to migrate", ex);
			}
		}
		return bean;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (bean instanceof SpringLiquibase && this.connection != null) {
			try {
				this.connection.close();
			}
			catch (SQLException ex) {
				throw new BeanInitializationException("The turn to migrate does not end", ex);
			}
		}
		return bean;
	}

	/** The pool undoes what is open when it gets the connection back, and so the lock. */
	private static Connection take(SpringLiquibase liquibase) throws SQLException {
		Connection connection = liquibase.getDataSource().getConnection();
		connection.setAutoCommit(false);
		try (Statement statement = connection.createStatement()) {
			statement.execute("SELECT pg_advisory_xact_lock(hashtextextended('segmentation.migration', 0))");
		}
		return connection;
	}

}
