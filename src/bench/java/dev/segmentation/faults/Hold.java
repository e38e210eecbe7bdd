package dev.segmentation.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import dev.segmentation.support.TestDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.awaitility.Awaitility.await;

/**
 * A transaction that lets others read a table and not write to it. It stops their work in
 * the middle, and shows that it is there.
 */
final class Hold implements AutoCloseable {

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(150);

	private final TestDatabase database;

	private final Connection connection;

	private final int pid;

	Hold(TestDatabase database, String table) throws SQLException {
		this.database = database;
		this.connection = database.statements().getConnection();
		this.connection.setAutoCommit(false);
		JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(this.connection, true));
		this.pid = jdbc.sql("SELECT pg_backend_pid()").query(Integer.class).single();
		jdbc.sql("LOCK TABLE %s IN SHARE MODE".formatted(table)).update();
	}

	/**
	 * Waits until so many statements with this text are blocked.
	 */
	void awaitBlocked(String text, int count) {
		await("blocked: " + text).atMost(LONGEST_WAIT)
			.until(() -> blocked().stream().filter((query) -> query.contains(text)).count() >= count);
	}

	private List<String> blocked() {
		return this.database.jdbc()
			.sql("SELECT query FROM pg_stat_activity WHERE :pid = ANY (pg_blocking_pids(pid))")
			.param("pid", this.pid)
			.query(String.class)
			.list();
	}

	/** The server may have been killed. */
	@Override
	public void close() throws SQLException {
		this.connection.abort(Runnable::run);
	}

}
