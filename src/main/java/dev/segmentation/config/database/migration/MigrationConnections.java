package dev.segmentation.config.database.migration;

import java.sql.SQLException;
import java.util.Properties;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The connections of migrations. They are not taken from the pool, which gets no
 * connection back with another setting. They wait without a limit: making an index of a
 * large table takes long.
 */
final class MigrationConnections {

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
		Properties properties = new Properties();
		properties.putAll(pool.getDataSourceProperties());
		properties.remove("socketTimeout");
		connections.setConnectionProperties(properties);
		return connections;
	}

}
