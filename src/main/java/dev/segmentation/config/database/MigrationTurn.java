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
 * Lets instances that start at the same time migrate one after the other. Liquibase's own
 * lock is not enough: Liquibase creates its tables before it takes the lock, so on an
 * empty database all instances except one would fail. PostgreSQL releases this lock when
 * the connection ends, also if the instance is killed.
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
				throw new BeanInitializationException("The migration lock cannot be taken", ex);
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
				throw new BeanInitializationException("The migration lock cannot be released", ex);
			}
		}
		return bean;
	}

	/**
	 * The pool rolls back the transaction when the connection is closed, and so releases
	 * the lock.
	 */
	private static Connection take(SpringLiquibase liquibase) throws SQLException {
		Connection connection = liquibase.getDataSource().getConnection();
		connection.setAutoCommit(false);
		try (Statement statement = connection.createStatement()) {
			statement.execute("SELECT pg_advisory_xact_lock(hashtextextended('segmentation.migration', 0))");
		}
		return connection;
	}

}
