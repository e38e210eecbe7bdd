package dev.segmentation.config.database.replica;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The replica: connections to it, and how far it has come as of the last look at it.
 */
final class Replica implements AutoCloseable {

	/** After so long without a look, nobody knows. */
	private static final Duration KNOWN = Duration.ofSeconds(5);

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private static final Duration LOOK = Duration.ofMillis(100);

	private static final int SECONDS_TO_ANSWER = 1;

	private static final Logger logger = LoggerFactory.getLogger(Replica.class);

	private final HikariDataSource pool;

	private volatile @Nullable Seen seen;

	private @Nullable String problem;

	Replica(HikariDataSource pool) {
		this.pool = pool;
	}

	/**
	 * Whether it answers and is near enough to the primary.
	 */
	boolean isUsable() {
		return hasReplayed(Long.MIN_VALUE);
	}

	/**
	 * Whether it is usable and has what the primary had written up to a position.
	 */
	boolean hasReplayed(long position) {
		Seen last = this.seen;
		return last != null && last.position() >= position && System.nanoTime() - last.nanos() < KNOWN.toNanos();
	}

	/**
	 * Waits a little for it to have what the primary had written up to a position.
	 * @return whether it has
	 */
	boolean awaitReplay(long position) {
		long start = System.nanoTime();
		try {
			while (!hasReplayed(position) && System.nanoTime() - start < PATIENCE.toNanos()) {
				TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return hasReplayed(position);
	}

	Connection connect() throws SQLException {
		return this.pool.getConnection();
	}

	/**
	 * A connection that has just answered; for what cannot be repeated.
	 */
	Connection connectSurely() throws SQLException {
		Connection connection = this.pool.getConnection();
		if (connection.isValid(SECONDS_TO_ANSWER)) {
			return connection;
		}
		connection.close();
		throw new SQLException("The replica does not answer");
	}

	/**
	 * It was seen near enough to the primary.
	 * @param position up to where it has replayed what the primary has written
	 */
	void use(long position) {
		if (this.seen == null) {
			logger.info("Reads go to the replica");
		}
		this.problem = null;
		this.seen = new Seen(position, System.nanoTime());
	}

	/**
	 * It is not to be used.
	 */
	void leave(String why) {
		this.seen = null;
		if (!why.equals(this.problem)) {
			logger.warn("Reads go to the primary: the replica {}", why);
		}
		this.problem = why;
	}

	@Override
	public void close() {
		this.pool.close();
	}

	private record Seen(long position, long nanos) {
	}

}
