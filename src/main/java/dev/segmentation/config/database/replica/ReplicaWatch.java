package dev.segmentation.config.database.replica;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Looks twice a second how far the replica is. It is near enough when it has all that the
 * primary had written {@code max-lag} ago: so no clocks are compared, and a primary that
 * writes nothing is not mistaken for a replica that lags.
 */
final class ReplicaWatch implements AutoCloseable {

	static final Duration INTERVAL = Duration.ofMillis(500);

	private static final Logger logger = LoggerFactory.getLogger(ReplicaWatch.class);

	private final Replica replica;

	private final SingleConnectionDataSource connection;

	private final JdbcClient onReplica;

	private final PrimaryPosition primary;

	private final Duration maxLag;

	/** Where the primary was, from {@code maxLag} ago until now. */
	private final Deque<Sample> samples = new ArrayDeque<>();

	private final ScheduledExecutorService executor = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("replica-watch").factory());

	/**
	 * Makes a watch.
	 * @param connection its own, which nobody else can keep it from
	 */
	ReplicaWatch(Replica replica, SingleConnectionDataSource connection, PrimaryPosition primary, Duration maxLag) {
		this.replica = replica;
		this.connection = connection;
		this.onReplica = JdbcClient.create(connection);
		this.primary = primary;
		this.maxLag = maxLag;
	}

	void start() {
		this.executor.scheduleWithFixedDelay(this::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
	}

	private void look() {
		try {
			sample();
			judge(replayed());
		}
		catch (DataAccessException | SQLException ex) {
			logger.debug("The replica cannot be looked at", ex);
			this.replica.leave("does not answer");
			this.connection.resetConnection();
		}
	}

	/** A primary that is away writes nothing. */
	private void sample() {
		long now = System.nanoTime();
		try {
			this.samples.add(new Sample(this.primary.flushed(), now));
		}
		catch (DataAccessException ex) {
			logger.debug("The primary cannot be looked at", ex);
		}
		while (this.samples.size() > 1 && now - second().nanos() >= this.maxLag.toNanos()) {
			this.samples.remove();
		}
	}

	private Sample second() {
		return this.samples.stream().skip(1).findFirst().orElseThrow();
	}

	private @Nullable Long replayed() {
		return this.onReplica
			.sql("SELECT CASE WHEN pg_is_in_recovery() THEN CAST(pg_last_wal_replay_lsn() - '0/0' AS bigint) END")
			.query((row, number) -> row.getObject(1, Long.class))
			.list()
			.getFirst();
	}

	private void judge(@Nullable Long replayed) throws SQLException {
		if (replayed == null) {
			this.replica.leave("is no replica: it takes writes");
		}
		else if (this.samples.isEmpty() || replayed < this.samples.getFirst().position()) {
			this.replica.leave("is more than %d ms behind".formatted(this.maxLag.toMillis()));
		}
		else {
			if (!this.replica.isUsable()) {
				this.replica.connectSurely().close();
			}
			this.replica.use(replayed);
		}
	}

	@Override
	public void close() {
		this.executor.close();
		this.connection.destroy();
	}

	private record Sample(long position, long nanos) {
	}

}
