package dev.segmentation.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The base of tests of triggers and functions. Each test has two new users and two new
 * segments. After each test, memberships, history and saved sizes must agree.
 */
abstract class RoutineTestBase {

	/** The id of no user and no segment. */
	protected static final Long UNKNOWN = Long.MAX_VALUE;

	protected final TestDatabase database;

	protected final JdbcClient jdbc;

	protected final long anna;

	protected final long boris;

	protected final long segment;

	protected final long other;

	RoutineTestBase(TestDatabase database) {
		this.database = database;
		this.jdbc = database.jdbc();
		this.anna = user();
		this.boris = user();
		this.segment = segment();
		this.other = segment();
	}

	@BeforeEach
	void sweepWhatOthersLeft() {
		Memberships.expire(this.jdbc, 1000);
	}

	@AfterEach
	void membershipsAndHistoryAgree() {
		assertThat(this.database.historyMismatches()).isEmpty();
		assertThat(this.database.sizeMismatches()).isEmpty();
	}

	protected final long user() {
		return Sql.addUser(this.jdbc);
	}

	protected final long segment() {
		return Sql.addSegment(this.jdbc);
	}

	protected long segment(long id, String percent) {
		return this.jdbc.sql("""
				INSERT INTO segments (id, name, assign_percent)
				SELECT :id, 'SEGMENT WITH ID ' || :id, CAST(:percent AS numeric) FROM begin_act('percent', 1, NULL)
				RETURNING id
				""").param("id", id).param("percent", percent).query(Long.class).single();
	}

	/**
	 * Adds users with the ids of a range, both ends included.
	 */
	protected void usersFromTo(long first, long last) {
		this.jdbc.sql("""
				INSERT INTO users (id, login, email)
				SELECT n, 'chosen-' || n, 'chosen-' || n || '@example.com' FROM generate_series(:first, :last) AS n
				""").param("first", first).param("last", last).update();
	}

	protected List<Operation> operations(long segment) {
		return Operation.of(this.jdbc, segment);
	}

	protected List<Long> members(long segment) {
		return Sql.members(this.jdbc, segment);
	}

	/**
	 * Returns the time of the database's clock.
	 */
	protected Instant now() {
		return this.jdbc.sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
	}

	/**
	 * Returns an instant of the database; {@code null} for NULL.
	 */
	protected static Optional<Instant> instant(@Nullable OffsetDateTime date) {
		return Optional.ofNullable(date).map(OffsetDateTime::toInstant);
	}

	/**
	 * Returns the newest act.
	 */
	protected long lastAct() {
		return this.jdbc.sql("SELECT coalesce(max(id), 0) FROM acts").query(Long.class).single();
	}

	protected void assertNoAct(Runnable change) {
		long acts = count("acts");
		change.run();
		assertThat(count("acts")).isEqualTo(acts);
	}

	protected long count(String table) {
		return this.jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
	}

}
