package dev.segmentation.database;

import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The base of tests of races. Their transactions meet at known points.
 */
abstract class RaceTestBase extends RoutineTestBase {

	/** An end that has passed. */
	protected static final Instant PAST = Instant.parse("2026-05-05T05:05:05.000005Z");

	protected final Backend first;

	protected final Backend second;

	protected final Backend third;

	RaceTestBase(TestDatabase database) throws SQLException {
		super(database);
		this.first = new Backend(database);
		this.second = new Backend(database);
		this.third = new Backend(database);
	}

	/**
	 * Works in the second transaction, which waits until the first one is committed.
	 */
	protected <T> T afterTheFirst(Function<JdbcClient, T> work) {
		CompletableFuture<T> waiting = this.second.startBlocked(work);
		this.first.commit();
		T result = waiting.join();
		this.second.commit();
		return result;
	}

	/**
	 * Works in the second transaction, which waits for the first one, and is refused.
	 */
	protected void assertRefusedAfterTheFirst(String sqlState, Function<JdbcClient, ?> work) {
		CompletableFuture<?> waiting = this.second.startBlocked(work);
		this.first.commit();
		Refusals.assertRefused(sqlState, waiting::join);
		this.second.rollback();
	}

	@AfterEach
	void disconnect() throws SQLException {
		this.first.close();
		this.second.close();
		this.third.close();
	}

}
