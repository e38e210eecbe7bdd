package dev.segmentation.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;

import dev.segmentation.shared.Background;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Lets the instances save files of the same name one after another. An open transaction
 * keeps the lock, and so loses it when its instance ends. It is idle meanwhile, and an
 * idle transaction without changes does not hold back vacuum.
 */
@Repository
class FileNameLock {

	private final JdbcTemplate background;

	FileNameLock(@Background JdbcTemplate background) {
		this.background = background;
	}

	/**
	 * Works while no other thread or instance works under this name.
	 */
	<T> T hold(String name, Supplier<T> work) {
		return this.background.execute((ConnectionCallback<T>) (connection) -> {
			connection.setAutoCommit(false);
			try {
				lock(connection, name);
				return work.get();
			}
			finally {
				connection.rollback();
				connection.setAutoCommit(true);
			}
		});
	}

	private static void lock(Connection connection, String name) throws SQLException {
		try (PreparedStatement lock = connection
			.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended('segmentation.report ' || ?, 0))");
				Statement settings = connection.createStatement()) {
			lock.setString(1, name);
			lock.execute();
			// The last statement. The SELECT would keep its snapshot, and hold back
			// vacuum.
			settings.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
		}
	}

}
