package dev.segmentation.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database of one test class.
 */
public record TestDatabase(String url, String user, String password) {

	/**
	 * Returns a client that opens a connection for each statement.
	 */
	public JdbcClient jdbc() {
		return JdbcClient.create(new DriverManagerDataSource(this.url, this.user, this.password));
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
