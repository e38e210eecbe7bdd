package dev.segmentation.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database of one test class.
 *
 * @param statements the connections for single statements
 */
public record TestDatabase(String url, String user, String password, DataSource statements) {

	/**
	 * Connects to a database of another server, which may stop at any time. Each
	 * statement opens a connection.
	 */
	public TestDatabase(String url, String user, String password) {
		this(url, user, password, new DriverManagerDataSource(url, user, password));
	}

	/**
	 * Creates a database of the tests' own server. Its connections are used again,
	 * because opening one takes longer than most statements.
	 */
	static TestDatabase pooled(String url, String user, String password) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(url);
		pool.setUsername(user);
		pool.setPassword(password);
		pool.setMinimumIdle(0);
		pool.setIdleTimeout(Duration.ofSeconds(10).toMillis());
		return new TestDatabase(url, user, password, pool);
	}

	/**
	 * Returns a client for single statements.
	 */
	public JdbcClient jdbc() {
		return JdbcClient.create(this.statements);
	}

	/**
	 * Opens a connection.
	 */
	public Connection connect() throws SQLException {
		return TestDatabases.connect(this);
	}

	/**
	 * Finds differences between memberships and history. There must be none at any time.
	 */
	public List<String> historyMismatches() {
		return jdbc()
			.sql("SELECT format('user %s, segment %s: %s', user_id, segment_id, problem) FROM history_mismatches()")
			.query(String.class)
			.list();
	}

	/**
	 * Finds differences between the saved sums and the counted rows. There must be none
	 * at any time.
	 */
	public List<String> sizeMismatches() {
		return jdbc().sql("SELECT problem FROM size_mismatches()").query(String.class).list();
	}

}
