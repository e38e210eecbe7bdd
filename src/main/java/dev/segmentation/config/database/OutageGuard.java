package dev.segmentation.config.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Refuses connections at once while the database is away. A pool alone lets each caller
 * wait for the whole timeout, whether its connections are in use or cannot be opened.
 * Callers wait for connections in use, and for a pool that connects again.
 */
class OutageGuard extends DelegatingDataSource {

	/** Milliseconds. Opening a connection takes less. */
	private static final long PATIENCE = 500;

	/** Milliseconds. The pool pauses up to 5 seconds between its attempts to connect. */
	private static final long RECOVERY = 5_500;

	private static final int SECONDS_TO_ANSWER = 1;

	/** Nanoseconds. Watchers ask every few seconds. */
	private static final long LATELY = 1_000_000_000;

	private final HikariDataSource connections;

	private final DatabaseProbe probe;

	private final DatabaseProperties properties;

	private volatile long lastConnection = longAgo();

	OutageGuard(HikariDataSource connections, DatabaseProperties properties) {
		super(connections);
		this.connections = connections;
		this.properties = properties;
		this.probe = new DatabaseProbe(connections);
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection connection = observedConnection();
		if (RequestThread.isCurrent()) {
			// The pool restores its own timeout when the connection is returned.
			connection.setNetworkTimeout(Runnable::run, (int) this.properties.answerTimeout().toMillis());
		}
		return connection;
	}

	/**
	 * Whether the database answers. Does not wait until a connection is free: connections
	 * that go round tell enough.
	 */
	boolean isAnswered() {
		return System.nanoTime() - this.lastConnection < LATELY || answers();
	}

	private boolean answers() {
		if (!(this.connections.getHikariPoolMXBean() instanceof HikariPool pool) || pool.getIdleConnections() == 0) {
			return this.probe.answeredLately();
		}
		try (Connection idle = pool.getConnection(PATIENCE)) {
			return idle.isValid(SECONDS_TO_ANSWER);
		}
		catch (SQLException ex) {
			return this.probe.answeredLately();
		}
	}

	private Connection observedConnection() throws SQLException {
		try {
			Connection connection = connection();
			this.lastConnection = System.nanoTime();
			return connection;
		}
		catch (SQLException ex) {
			this.lastConnection = longAgo();
			throw ex;
		}
	}

	private static long longAgo() {
		return System.nanoTime() - LATELY;
	}

	private Connection connection() throws SQLException {
		if (this.connections.isClosed() || !(this.connections.getHikariPoolMXBean() instanceof HikariPool pool)) {
			// The first call opens the pool.
			return this.connections.getConnection();
		}
		return (pool.getTotalConnections() > 0) ? connection(pool) : recoveredConnection(pool);
	}

	private Connection connection(HikariPool pool) throws SQLException {
		try {
			return pool.getConnection(PATIENCE);
		}
		catch (SQLTransientConnectionException ex) {
			boolean inUse = pool.getActiveConnections() >= this.connections.getMaximumPoolSize();
			return inUse ? pool.getConnection(this.connections.getConnectionTimeout() - PATIENCE)
					: recoveredConnection(pool);
		}
	}

	private Connection recoveredConnection(HikariPool pool) throws SQLException {
		if (!this.probe.answers()) {
			throw new SQLTransientConnectionException("The database does not answer", "08001");
		}
		return pool.getConnection(RECOVERY);
	}

}
