package dev.segmentation.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;

import dev.segmentation.shared.Background;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Lets the instances save files of the same name one after another. A background
 * connection keeps the lock, and so loses it when its instance ends.
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
			call(connection, "pg_advisory_lock", name);
			try {
				return work.get();
			}
			finally {
				call(connection, "pg_advisory_unlock", name);
			}
		});
	}

	private static void call(Connection connection, String function, String name) throws SQLException {
		String sql = "SELECT %s(hashtextextended('segmentation.report ' || ?, 0))".formatted(function);
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.setString(1, name);
			statement.execute();
		}
	}

}
