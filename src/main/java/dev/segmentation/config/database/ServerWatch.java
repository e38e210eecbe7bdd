package dev.segmentation.config.database;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a server back that has ended although nobody stopped it: killed, or out of
 * memory. Its port stays the same, so the connection pool recovers by itself.
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
	 * Watches a running server.
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
			logger.warn("The embedded PostgreSQL has ended unexpectedly and is started again");
		}
		try {
			this.server.start(this.port);
			this.away = false;
			logger.warn("The embedded PostgreSQL is back");
		}
		catch (RuntimeException ex) {
			logger.debug("Not yet, the next check tries again", ex);
		}
	}

	/**
	 * Ends the watch. A start that is under way is waited for, so that whoever stops the
	 * server afterwards does not miss it.
	 */
	@Override
	public void close() {
		this.executor.close();
	}

}
