package dev.segmentation.database;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.segmentation.database.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the trigger that adds a percentage of all users to a new segment.
 */
@DatabaseTest
class PercentageTests extends RoutineTestBase {

	PercentageTests(TestDatabase database) {
		super(database);
	}

	@ParameterizedTest
	@CsvSource({ "0.01, 1, 1", "0.01, 9999, 1", "0.01, 10000, 1", "0.01, 10001, 2", "0.5, 200, 1", "0.5, 201, 2",
			"7, 100, 7", "29, 100, 29", "33.33, 10000, 3333", "33.33, 3, 1", "50, 1, 1", "50, 7, 4", "57, 100, 57",
			"99.99, 10000, 9999", "99.99, 9999, 9999", "100, 1, 1", "100, 777, 777", "50, 0, 0", "0, 100, 0" })
	void addsExactlyThePercentageRoundedUp(String percent, int users, int entered) throws SQLException {
		try (Backend backend = new Backend(this.database)) {
			backend.jdbc().sql("DELETE FROM users USING begin_act('page', 1, NULL)").update();
			Sql.addUsers(backend.jdbc(), users);
			long segment = Sql.addSegment(backend.jdbc(), "SHARE", percent);
			assertThat(backend.jdbc()
				.sql("SELECT count(*) FROM memberships WHERE segment_id = :id")
				.param("id", segment)
				.query(Integer.class)
				.single()).isEqualTo(entered);
			assertThat(Operation.of(backend.jdbc(), segment)).flatExtracting(Operation::users)
				.doesNotHaveDuplicates()
				.hasSize(entered);
			backend.rollback();
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 5_000_000_001L, 5_000_000_002L })
	void addsTheSameUsersEachTime(long id) throws SQLException {
		Sql.addUsers(this.jdbc, 100);
		assertThat(share(id, "30")).isEqualTo(share(id, "30")).isNotEmpty();
	}

	@Test
	void includesAllUsersOfALowerPercentage() throws SQLException {
		Sql.addUsers(this.jdbc, 500);
		long id = 5_000_000_003L;
		List<String> percents = List.of("0.01", "0.5", "1", "10", "33.33", "50", "99.99", "100");
		Set<Long> lower = Set.of();
		for (String percent : percents) {
			Set<Long> users = share(id, percent);
			assertThat(users).as(percent).containsAll(lower);
			lower = users;
		}
	}

	@Test
	void choosesIndependentlyOfOtherSegments() throws SQLException {
		Sql.addUsers(this.jdbc, 10_000);
		long users = count("users");
		Set<Long> both = share(5_000_000_004L, "50");
		both.retainAll(share(5_000_000_005L, "50"));
		// A quarter is expected; the standard deviation is a quarter of a percent.
		assertThat(both.size()).isBetween((int) (users * 0.235), (int) (users * 0.265));
	}

	@Test
	void isOneActOfTheCreator() {
		Sql.addUsers(this.jdbc, 130);
		long segment = segment(5_000_000_006L, "100");
		assertThat(operations(segment)).hasSizeGreaterThan(1).allSatisfy((operation) -> {
			assertThat(operation.what()).isEqualTo("added percent");
			assertThat(operation.account()).isOne();
			assertThat(operation.users()).isSorted();
		});
		assertThat(operations(segment)).extracting(Operation::act).containsOnly(operations(segment).getFirst().act());
		assertThat(operations(segment)).extracting(Operation::block).isSorted().doesNotHaveDuplicates();
		assertThat(members(segment)).hasSize((int) count("users"));
	}

	@Test
	void writesNoActForZeroPercent() {
		Sql.addUsers(this.jdbc, 10);
		assertNoAct(() -> segment(5_000_000_007L, "0"));
	}

	@Test
	void refusesASegmentWithoutAnAct() {
		user();
		assertRefused(Refusals.NO_ACT,
				() -> this.jdbc.sql("INSERT INTO segments (name, assign_percent) VALUES ('NOBODY''S', 50)").update());
		assertThat(this.jdbc.sql("SELECT count(*) FROM segments WHERE name = 'NOBODY''S'").query(Long.class).single())
			.isZero();
	}

	@Test
	void countsThePresentUsers() {
		Sql.addUsers(this.jdbc, 10);
		int expected = BigDecimal.valueOf(count("users"))
			.multiply(new BigDecimal("0.25"))
			.setScale(0, RoundingMode.CEILING)
			.intValueExact();
		long segment = segment(5_000_000_008L, "25");
		Sql.addUsers(this.jdbc, 10);
		assertThat(members(segment)).hasSize(expected);
	}

	/**
	 * Returns the users that a segment with this id and percentage would have. Rolls back
	 * the segment.
	 */
	private Set<Long> share(long id, String percent) throws SQLException {
		try (Backend backend = new Backend(this.database)) {
			backend.jdbc().sql("""
					INSERT INTO segments (id, name, assign_percent)
					SELECT :id, 'SHARE', CAST(:percent AS numeric) FROM begin_act('percent', 1, NULL)
					""").param("id", id).param("percent", percent).update();
			List<Long> users = backend.jdbc()
				.sql("SELECT user_id FROM memberships WHERE segment_id = :id")
				.param("id", id)
				.query(Long.class)
				.list();
			backend.rollback();
			return new HashSet<>(users);
		}
	}

}
