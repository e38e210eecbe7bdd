package dev.segmentation.config.database;

import java.sql.SQLException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * The connections of {@link dev.segmentation.shared.Background}. It is no
 * {@link DataSource} itself, so that health checks and the replica ignore it.
 */
public record BackgroundPool(DataSource connections) implements AutoCloseable {

	/**
	 * Two for locks that last as long as an upload to Drive, two for short statements.
	 */
	private static final int SIZE = 4;

	/**
	 * Opens a pool for the same database and account. It has no connections while it is
	 * idle.
	 */
	static BackgroundPool beside(DataSource main) throws SQLException {
		HikariConfig config = new HikariConfig();
		main.unwrap(HikariDataSource.class).copyStateTo(config);
		config.setPoolName("background");
		config.setMinimumIdle(0);
		config.setMaximumPoolSize(SIZE);
		// The application starts when the main pool reaches the database.
		config.setInitializationFailTimeout(-1);
		return new BackgroundPool(new HikariDataSource(config));
	}

	@Override
	public void close() throws SQLException {
		this.connections.unwrap(HikariDataSource.class).close();
	}

}
