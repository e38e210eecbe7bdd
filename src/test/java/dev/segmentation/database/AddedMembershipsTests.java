package dev.segmentation.database;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static dev.segmentation.database.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the trigger that writes the history of additions.
 */
@DatabaseTest
class AddedMembershipsTests extends RoutineTestBase {

	AddedMembershipsTests(TestDatabase database) {
		super(database);
	}

	@Test
	void writesOneRowForOneUser() {
		long user = user();
		long segment = segment();
		Instant before = now();
		Memberships.insert(this.jdbc, segment, user, user);
		assertThat(operations(segment)).singleElement().satisfies((operation) -> {
			assertThat(operation.type()).isEqualTo("added");
			assertThat(operation.users()).containsExactly(user);
			assertThat(operation.block()).isEqualTo(user / 64);
			assertThat(operation.date()).isBetween(before, now());
			assertThat(operation.segment()).isEqualTo(name(segment));
		});
	}

	@Test
	void writesOneRowForEachBlockOf64UsersInABulk() {
		long segment = segment();
		usersFromTo(64_000, 64_199);
		Memberships.insert(this.jdbc, segment, 64_000, 64_199);
		List<Operation> operations = operations(segment);
		assertThat(operations).extracting(Operation::block).containsExactly(1000L, 1001L, 1002L, 1003L);
		assertThat(operations).extracting((operation) -> operation.users().size()).containsExactly(64, 64, 64, 8);
		assertThat(operations).extracting(Operation::act).containsOnly(operations.getFirst().act());
		assertThat(operations).extracting(Operation::date).containsOnly(operations.getFirst().date());
		assertThat(operations).flatExtracting(Operation::users)
			.containsExactlyElementsOf(LongStream.rangeClosed(64_000, 64_199).boxed().toList());
	}

	@Test
	void sortsTheUsersOfABlock() {
		long segment = segment();
		usersFromTo(128_000, 128_009);
		this.jdbc.sql("""
				INSERT INTO memberships (user_id, segment_id)
				SELECT id, :segment FROM begin_act('import', 1, NULL), users
				WHERE id BETWEEN 128000 AND 128009 ORDER BY id DESC
				""").param("segment", segment).update();
		assertThat(operations(segment)).singleElement()
			.satisfies((operation) -> assertThat(operation.users()).isSorted().hasSize(10));
	}

	@Test
	void separatesTheSegmentsOfOneStatement() {
		long user = user();
		long one = segment();
		long other = segment();
		Memberships.insertUntil(this.jdbc, now().plusSeconds(3600), user, one, other);
		assertThat(operations(one)).singleElement()
			.satisfies((operation) -> assertThat(operation.act()).isEqualTo(operations(other).getFirst().act()));
	}

	@Test
	void datesAnExpiredAdditionAtItsEnd() {
		long user = user();
		long segment = segment();
		Instant end = Instant.parse("2024-02-29T12:00:00.123456Z");
		Memberships.insertUntil(this.jdbc, end, user, segment);
		assertThat(operations(segment)).singleElement().extracting(Operation::date).isEqualTo(end);
	}

	@Test
	void refusesAnUnknownUser() {
		long user = user();
		long segment = segment();
		assertRefused(Refusals.NO_SUCH_USER, () -> Memberships.insert(this.jdbc, segment, user, user + 1));
		assertThat(members(segment)).isEmpty();
	}

	@Test
	void refusesAnUnknownUserInABulk() {
		long segment = segment();
		usersFromTo(192_000, 192_199);
		assertRefused(Refusals.NO_SUCH_USER, () -> Memberships.insert(this.jdbc, segment, 192_000, 192_200));
		assertThat(members(segment)).isEmpty();
	}

	@Test
	void refusesAnUnknownSegment() {
		long user = user();
		assertRefused(Refusals.NO_SUCH_SEGMENT, () -> Memberships.insert(this.jdbc, Long.MAX_VALUE, user, user));
	}

	@Test
	void refusesAnAdditionWithoutAnAct() {
		long user = user();
		long segment = segment();
		assertRefused(Refusals.NO_ACT,
				() -> this.jdbc.sql("INSERT INTO memberships (user_id, segment_id) VALUES (:user, :segment)")
					.param("user", user)
					.param("segment", segment)
					.update());
		assertThat(members(segment)).isEmpty();
	}

	@Test
	void needsNoActWhenItAddsNothing() {
		long acts = count("acts");
		assertThat(this.jdbc.sql("INSERT INTO memberships (user_id, segment_id) SELECT 1, 1 WHERE false").update())
			.isZero();
		assertThat(count("acts")).isEqualTo(acts);
	}

	@Test
	void leavesNothingWhenRolledBack() throws SQLException {
		long user = user();
		long segment = segment();
		long acts = count("acts");
		try (Backend backend = new Backend(this.database)) {
			Memberships.insert(backend.jdbc(), segment, user, user);
			assertThat(Operation.of(backend.jdbc(), segment)).hasSize(1);
			backend.rollback();
		}
		assertThat(operations(segment)).isEmpty();
		assertThat(members(segment)).isEmpty();
		assertThat(count("acts")).isEqualTo(acts);
	}

	private String name(long segment) {
		return this.jdbc.sql("SELECT name FROM segments WHERE id = :id")
			.param("id", segment)
			.query(String.class)
			.single();
	}

}
