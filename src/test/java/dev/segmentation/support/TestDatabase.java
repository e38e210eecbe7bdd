package dev.segmentation.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A test class's own database.
 */
public record TestDatabase(String url, String user, String password) {

	/**
	 * Queries it, a connection a statement.
	 */
	public JdbcClient jdbc() {
		return JdbcClient.create(new DriverManagerDataSource(this.url, this.user, this.password));
	}

	/**
	 * Opens a connection of one's own.
	 */
	public Connection connect() throws SQLException {
		return TestDatabases.connect(this);
	}

	/**
	 * Where memberships and history disagree: must be nothing, at any time.
	 */
	public List<String> historyMismatches() {
		return jdbc()
			.sql("SELECT format('user %s, segment %s: %s', user_id, segment_id, problem) FROM history_mismatches()")
			.query(String.class)
			.list();
	}

	/**
	 * Where kept sizes and sums disagree with what they count: must be nothing, at any
	 * time.
	 */
	public List<String> sizeMismatches() {
		return jdbc().sql("SELECT problem FROM size_mismatches()").query(String.class).list();
	}

}
