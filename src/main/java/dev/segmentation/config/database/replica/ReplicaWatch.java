package dev.segmentation.config.database.replica;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Checks twice a second how much of the primary's log the replica has replayed. The
 * replica is near enough if it has everything that the primary had written {@code maxLag}
 * ago. So the clocks of the servers are not compared, and an idle primary does not look
 * like a lagging replica.
 */
final class ReplicaWatch implements AutoCloseable {

	static final Duration INTERVAL = Duration.ofMillis(500);

	private static final long UNKNOWN = Long.MAX_VALUE;

	private static final Logger logger = LoggerFactory.getLogger(ReplicaWatch.class);

	private final Replica replica;

	/** Its own connection: a busy pool must not look like an unavailable replica. */
	private final SingleConnectionDataSource connection;

	private final DataSource primary;

	private final Duration maxLag;

	/** Positions of the primary that are younger than {@code maxLag}. */
	private final Deque<Sample> samples = new ArrayDeque<>();

	/**
	 * The time at which the primary had written what the replica has replayed by now.
	 */
	private volatile long replayedUntil = System.nanoTime();

	/** The position that the replica must have replayed. */
	private long required = UNKNOWN;

	private final ScheduledExecutorService executor = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("replica-watch").factory());

	ReplicaWatch(Replica replica, SingleConnectionDataSource connection, DataSource primary, Duration maxLag) {
		this.replica = replica;
		this.connection = connection;
		this.primary = primary;
		this.maxLag = maxLag;
	}

	void start() {
		this.executor.scheduleWithFixedDelay(this::check, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
	}

	private void check() {
		try {
			samplePrimary();
			judge(replayed());
		}
		catch (DataAccessException | SQLException ex) {
			logger.debug("The replica cannot be checked", ex);
			this.replica.exclude("does not answer");
			this.connection.resetConnection();
		}
	}

	private void samplePrimary() {
		long now = System.nanoTime();
		try {
			long written = WalPosition.flushed(this.primary);
			this.samples.add(new Sample(written, now));
			if (this.required == UNKNOWN) {
				this.required = written;
			}
		}
		catch (DataAccessException ex) {
			// An unavailable primary writes nothing, so the replica stays usable.
			logger.debug("The primary cannot be checked", ex);
		}
		while (!this.samples.isEmpty() && now - this.samples.getFirst().nanos() >= this.maxLag.toNanos()) {
			this.required = this.samples.remove().position();
		}
	}

	/**
	 * Returns {@code null} if the server is not a replica.
	 */
	private @Nullable Long replayed() {
		return JdbcClient.create(this.connection)
			.sql("SELECT CASE WHEN pg_is_in_recovery() THEN CAST(pg_last_wal_replay_lsn() - '0/0' AS bigint) END")
			.query((row, number) -> row.getObject(1, Long.class))
			.list()
			.getFirst();
	}

	private void judge(@Nullable Long replayed) throws SQLException {
		if (replayed != null) {
			this.samples.stream()
				.filter((sample) -> sample.position() <= replayed)
				.forEach((sample) -> this.replayedUntil = sample.nanos());
		}
		if (replayed == null) {
			this.replica.exclude("is not a replica: it accepts writes");
		}
		else if (replayed < this.required) {
			this.replica.exclude("is more than %d ms behind".formatted(this.maxLag.toMillis()));
		}
		else {
			this.replica.allow(replayed);
		}
	}

	/**
	 * Returns for how long the primary may have written what the replica has not replayed
	 * yet. It includes the time since the last check.
	 */
	Duration lag() {
		return Duration.ofNanos(System.nanoTime() - this.replayedUntil);
	}

	@Override
	public void close() {
		this.executor.close();
		this.connection.destroy();
	}

	private record Sample(long position, long nanos) {
	}

}
