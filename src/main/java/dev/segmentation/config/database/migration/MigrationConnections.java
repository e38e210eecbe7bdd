package dev.segmentation.config.database.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The connections of migrations. They are not taken from the pool, which gets no
 * connection back with another setting.
 */
final class MigrationConnections {

	private static final String LOCK_TIMEOUT = "SET lock_timeout = '1s'";

	private static final String LOCK_NOT_AVAILABLE = "55P03";

	private MigrationConnections() {
	}

	/**
	 * Opens connections for the same database and account as a pool.
	 */
	static DataSource besides(DataSource source) throws SQLException {
		if (!source.isWrapperFor(HikariDataSource.class)) {
			return source;
		}
		HikariDataSource pool = source.unwrap(HikariDataSource.class);
		DriverManagerDataSource connections = new DriverManagerDataSource("" + pool.getJdbcUrl(),
				"" + pool.getUsername(), "" + pool.getPassword());
		connections.setConnectionProperties(pool.getDataSourceProperties());
		return connections;
	}

	static DataSource withLockTimeout(DataSource connections) {
		return new DelegatingDataSource(connections) {

			@Override
			public Connection getConnection() throws SQLException {
				Connection connection = super.getConnection();
				try (Statement statement = connection.createStatement()) {
					statement.execute(LOCK_TIMEOUT);
				}
				return connection;
			}

		};
	}

	static boolean isLockTimeout(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException ex && LOCK_NOT_AVAILABLE.equals(ex.getSQLState())) {
				return true;
			}
		}
		return false;
	}

}
