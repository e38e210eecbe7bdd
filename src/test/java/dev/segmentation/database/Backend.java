package dev.segmentation.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import dev.segmentation.support.TestDatabase;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One side of a race: a connection with a transaction, and a thread that may be blocked.
 */
public final class Backend implements AutoCloseable {

	private final JdbcClient observer;

	private final Connection connection;

	private final JdbcClient jdbc;

	private final int pid;

	private final ExecutorService thread = Executors.newSingleThreadExecutor();

	public Backend(TestDatabase database) throws SQLException {
		this.observer = database.jdbc();
		this.connection = database.connect();
		this.connection.setAutoCommit(false);
		this.jdbc = JdbcClient.create(new SingleConnectionDataSource(this.connection, true));
		this.pid = this.jdbc.sql("SELECT pg_backend_pid()").query(Integer.class).single();
		commit();
	}

	/**
	 * Starts work that another transaction must block. Returns when the work waits for a
	 * lock.
	 */
	public <T extends @Nullable Object> CompletableFuture<T> startBlocked(Function<JdbcClient, T> work) {
		CompletableFuture<T> result = start(work);
		assertThat(result).as("The work should wait for a lock").isNotDone();
		return result;
	}

	/**
	 * Starts work that another transaction may block. Returns when the work waits for a
	 * lock or has ended.
	 */
	public <T extends @Nullable Object> CompletableFuture<T> start(Function<JdbcClient, T> work) {
		CompletableFuture<T> result = CompletableFuture.supplyAsync(() -> work.apply(this.jdbc), this.thread);
		await().pollInterval(Duration.ofMillis(5))
			.atMost(Duration.ofSeconds(60))
			.until(() -> isWaiting() || result.isDone());
		return result;
	}

	private boolean isWaiting() {
		return this.observer.sql("SELECT wait_event_type = 'Lock' FROM pg_stat_activity WHERE pid = :pid")
			.param("pid", this.pid)
			.query(Boolean.class)
			.optional()
			.orElse(false);
	}

	/**
	 * Runs statements that no transaction blocks. The transaction stays open.
	 */
	public JdbcClient jdbc() {
		return this.jdbc;
	}

	public void commit() {
		try {
			this.connection.commit();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public void rollback() {
		try {
			this.connection.rollback();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() throws SQLException {
		// Not close(), which would wait for a statement that is still blocked.
		this.connection.abort(Runnable::run);
		this.thread.shutdownNow();
	}

}
