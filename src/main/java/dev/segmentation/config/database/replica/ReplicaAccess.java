package dev.segmentation.config.database.replica;

import java.util.Properties;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How the replica is reached: as the primary is, unless the settings say otherwise.
 */
record ReplicaAccess(ReplicaProperties properties, @Nullable JdbcConnectionDetails primary) {

	/** Milliseconds until a read goes to the primary instead. */
	private static final int LONGEST_WAIT = 500;

	private static final String SECONDS_TO_CONNECT = "2";

	/**
	 * A pool for reads. The replica may be away at any time, also now.
	 */
	HikariDataSource pool(int size) {
		HikariDataSource pool = new HikariDataSource();
		pool.setPoolName("replica");
		pool.setJdbcUrl(this.properties.url());
		pool.setUsername(username());
		pool.setPassword(password());
		pool.setMaximumPoolSize(size);
		pool.setConnectionTimeout(LONGEST_WAIT);
		pool.setValidationTimeout(LONGEST_WAIT);
		pool.setInitializationFailTimeout(-1);
		pool.addDataSourceProperty("connectTimeout", SECONDS_TO_CONNECT);
		pool.addDataSourceProperty("tcpKeepAlive", "true");
		return pool;
	}

	/**
	 * One connection, on which no answer may take long.
	 */
	SingleConnectionDataSource connection() {
		SingleConnectionDataSource connection = new SingleConnectionDataSource("" + this.properties.url(), true);
		Properties options = new Properties();
		options.setProperty("connectTimeout", SECONDS_TO_CONNECT);
		options.setProperty("socketTimeout", SECONDS_TO_CONNECT);
		connection.setConnectionProperties(options);
		connection.setUsername(username());
		connection.setPassword(password());
		return connection;
	}

	private @Nullable String username() {
		return (this.properties.username() != null || this.primary == null) ? this.properties.username()
				: this.primary.getUsername();
	}

	private @Nullable String password() {
		return (this.properties.password() != null || this.primary == null) ? this.properties.password()
				: this.primary.getPassword();
	}

}
