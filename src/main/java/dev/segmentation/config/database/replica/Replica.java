package dev.segmentation.config.database.replica;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The replica: its connections, and the last position it is known to have replayed.
 */
final class Replica implements AutoCloseable {

	/** An older observation says nothing about the replica. */
	private static final Duration OBSERVATION_LIFETIME = Duration.ofSeconds(5);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

	private static final Duration PAUSE = Duration.ofMillis(100);

	private static final int VALIDATION_SECONDS = 1;

	private static final Logger logger = LoggerFactory.getLogger(Replica.class);

	private final HikariDataSource pool;

	private volatile @Nullable Observation last;

	private @Nullable String problem;

	Replica(HikariDataSource pool) {
		this.pool = pool;
	}

	/**
	 * Whether the replica answers and lags less than the permitted time.
	 */
	boolean isUsable() {
		return hasReplayed(0);
	}

	/**
	 * Whether the replica is usable and has replayed the primary's log up to a position.
	 */
	boolean hasReplayed(long position) {
		Observation observation = this.last;
		return observation != null && observation.position() >= position
				&& System.nanoTime() - observation.nanos() < OBSERVATION_LIFETIME.toNanos();
	}

	/**
	 * Waits at most three seconds until the replica has replayed a position.
	 * @return whether the replica has replayed it
	 */
	boolean awaitReplay(long position) {
		long start = System.nanoTime();
		while (!hasReplayed(position) && System.nanoTime() - start < LONGEST_WAIT.toNanos()) {
			LockSupport.parkNanos(PAUSE.toNanos());
		}
		return hasReplayed(position);
	}

	Connection connection() throws SQLException {
		return this.pool.getConnection();
	}

	/**
	 * Returns a connection on which the replica has just answered.
	 */
	Connection validConnection() throws SQLException {
		Connection connection = this.pool.getConnection();
		if (connection.isValid(VALIDATION_SECONDS)) {
			return connection;
		}
		connection.close();
		throw new SQLException("The replica does not answer");
	}

	/**
	 * Allows reads from the replica, because the last check found its lag short enough.
	 * @throws SQLException if the pool cannot connect to the replica yet
	 */
	void allow(long position) throws SQLException {
		if (!isUsable()) {
			validConnection().close();
		}
		if (this.last == null) {
			logger.info("Reads go to the replica");
		}
		this.problem = null;
		this.last = new Observation(position, System.nanoTime());
	}

	/**
	 * Stops reads from the replica, and logs the reason once.
	 */
	void exclude(String reason) {
		this.last = null;
		if (!reason.equals(this.problem)) {
			logger.warn("Reads go to the primary: the replica {}", reason);
		}
		this.problem = reason;
	}

	@Override
	public void close() {
		this.pool.close();
	}

	private record Observation(long position, long nanos) {
	}

}
