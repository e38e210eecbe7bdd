package dev.segmentation.config.database.replica;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far the primary has written its log, in bytes since ever.
 */
final class PrimaryPosition {

	private final JdbcClient primary;

	PrimaryPosition(DataSource primary) {
		this.primary = JdbcClient.create(primary);
	}

	/**
	 * What a replica can have by now.
	 */
	long flushed() {
		return query("pg_current_wal_flush_lsn()");
	}

	/**
	 * Includes all that is committed.
	 */
	long inserted() {
		return query("pg_current_wal_insert_lsn()");
	}

	private long query(String position) {
		return this.primary.sql("SELECT CAST(%s - '0/0' AS bigint)".formatted(position)).query(Long.class).single();
	}

}
