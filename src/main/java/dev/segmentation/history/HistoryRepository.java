package dev.segmentation.history;

import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static dev.segmentation.shared.database.SqlTime.utc;

/**
 * Creates the partitions of the history.
 */
@Repository
class HistoryRepository {

	private final JdbcClient jdbc;

	HistoryRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Creates the missing partitions of the months from one instant to another.
	 * @return {@code false} when it would have to wait for a long read of the history
	 */
	boolean makePartitions(Instant from, Instant to) {
		return this.jdbc.sql("SELECT try_make_operations_partitions(:from, :to)")
			.param("from", utc(from))
			.param("to", utc(to))
			.query(Boolean.class)
			.single();
	}

}
