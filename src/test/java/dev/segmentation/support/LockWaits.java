package dev.segmentation.support;

import java.util.function.BooleanSupplier;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.awaitility.Awaitility.await;

/**
 * Waits until a transaction waits for another one.
 */
public final class LockWaits {

	private LockWaits() {
	}

	/**
	 * Waits until a transaction of this database waits for a lock, or something else has
	 * happened.
	 */
	public static void awaitOneOr(JdbcClient jdbc, BooleanSupplier other) {
		await().until(() -> other.getAsBoolean() || jdbc.sql("""
				SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()
				    AND wait_event_type = 'Lock')
				""").query(Boolean.class).single());
	}

}
