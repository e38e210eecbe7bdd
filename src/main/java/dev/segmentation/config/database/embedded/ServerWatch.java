package dev.segmentation.config.database.embedded;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Restarts the server after a crash, for example after a kill or an out-of-memory error.
 * The port stays the same, so the connection pool recovers.
 */
final class ServerWatch implements AutoCloseable {

	private static final Duration INTERVAL = Duration.ofMillis(250);

	private static final Logger logger = LoggerFactory.getLogger(ServerWatch.class);

	private final PostgresServer server;

	private final int port;

	private final ScheduledExecutorService executor = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("embedded-database-watch").factory());

	private boolean away;

	private ServerWatch(PostgresServer server, int port) {
		this.server = server;
		this.port = port;
	}

	/**
	 * Starts to watch a running server.
	 */
	static ServerWatch over(PostgresServer server, int port) {
		ServerWatch watch = new ServerWatch(server, port);
		watch.executor.scheduleWithFixedDelay(watch::check, INTERVAL.toMillis(), INTERVAL.toMillis(),
				TimeUnit.MILLISECONDS);
		return watch;
	}

	private void check() {
		if (this.server.isRunning()) {
			return;
		}
		if (!this.away) {
			this.away = true;
			logger.warn("The embedded PostgreSQL ended unexpectedly and is being restarted");
		}
		try {
			this.server.start(this.port);
			this.away = false;
			logger.warn("The embedded PostgreSQL is running again");
		}
		catch (RuntimeException ex) {
			logger.debug("The server did not start. The next check will try again.", ex);
		}
	}

	/**
	 * Ends the watch. This waits for a restart in progress, so that the server can be
	 * stopped afterwards.
	 */
	@Override
	public void close() {
		this.executor.close();
	}

}
