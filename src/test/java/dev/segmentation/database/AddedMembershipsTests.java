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
		Instant before = now();
		Memberships.insert(this.jdbc, this.segment, this.anna, this.anna);
		assertThat(operations(this.segment)).singleElement().satisfies((operation) -> {
			assertThat(operation.type()).isEqualTo("added");
			assertThat(operation.users()).containsExactly(this.anna);
			assertThat(operation.block()).isEqualTo(this.anna / 64);
			assertThat(operation.date()).isBetween(before, now());
			assertThat(operation.segment()).isEqualTo(name(this.segment));
		});
	}

	@Test
	void writesOneRowForEachBlockOf64UsersInABulk() {
		usersFromTo(64_000, 64_199);
		Memberships.insert(this.jdbc, this.segment, 64_000, 64_199);
		List<Operation> operations = operations(this.segment);
		assertThat(operations).extracting(Operation::block).containsExactly(1000L, 1001L, 1002L, 1003L);
		assertThat(operations).extracting((operation) -> operation.users().size()).containsExactly(64, 64, 64, 8);
		assertThat(operations).extracting(Operation::act).containsOnly(operations.getFirst().act());
		assertThat(operations).extracting(Operation::date).containsOnly(operations.getFirst().date());
		assertThat(operations).flatExtracting(Operation::users)
			.containsExactlyElementsOf(LongStream.rangeClosed(64_000, 64_199).boxed().toList());
	}

	@Test
	void sortsTheUsersOfABlock() {
		usersFromTo(128_000, 128_009);
		this.jdbc.sql("""
				INSERT INTO memberships (user_id, segment_id)
				SELECT id, :segment FROM begin_act('import', 1, NULL), users
				WHERE id BETWEEN 128000 AND 128009 ORDER BY id DESC
				""").param("segment", this.segment).update();
		assertThat(operations(this.segment)).singleElement()
			.satisfies((operation) -> assertThat(operation.users()).isSorted().hasSize(10));
	}

	@Test
	void separatesTheSegmentsOfOneStatement() {
		Memberships.insertUntil(this.jdbc, now().plusSeconds(3600), this.anna, this.segment, this.other);
		assertThat(operations(this.segment)).singleElement()
			.satisfies((operation) -> assertThat(operation.act()).isEqualTo(operations(this.other).getFirst().act()));
	}

	@Test
	void datesAnExpiredAdditionAtItsEnd() {
		Instant end = Instant.parse("2024-02-29T12:00:00.123456Z");
		Memberships.insertUntil(this.jdbc, end, this.anna, this.segment);
		assertThat(operations(this.segment)).singleElement().extracting(Operation::date).isEqualTo(end);
	}

	@Test
	void refusesAnUnknownUser() {
		assertRefused(Refusals.NO_SUCH_USER,
				() -> Memberships.insert(this.jdbc, this.segment, this.boris, this.boris + 1));
		assertThat(members(this.segment)).isEmpty();
	}

	@Test
	void refusesAnUnknownUserInABulk() {
		usersFromTo(192_000, 192_199);
		assertRefused(Refusals.NO_SUCH_USER, () -> Memberships.insert(this.jdbc, this.segment, 192_000, 192_200));
		assertThat(members(this.segment)).isEmpty();
	}

	@Test
	void refusesAnUnknownSegment() {
		assertRefused(Refusals.NO_SUCH_SEGMENT,
				() -> Memberships.insert(this.jdbc, Long.MAX_VALUE, this.anna, this.anna));
	}

	@Test
	void refusesAnAdditionWithoutAnAct() {
		assertRefused(Refusals.NO_ACT,
				() -> this.jdbc.sql("INSERT INTO memberships (user_id, segment_id) VALUES (:user, :segment)")
					.param("user", this.anna)
					.param("segment", this.segment)
					.update());
		assertThat(members(this.segment)).isEmpty();
	}

	@Test
	void needsNoActWhenItAddsNothing() {
		assertNoAct(
				() -> this.jdbc.sql("INSERT INTO memberships (user_id, segment_id) SELECT 1, 1 WHERE false").update());
	}

	@Test
	void leavesNothingWhenRolledBack() throws SQLException {
		long acts = count("acts");
		try (Backend backend = new Backend(this.database)) {
			Memberships.insert(backend.jdbc(), this.segment, this.anna, this.anna);
			assertThat(Operation.of(backend.jdbc(), this.segment)).hasSize(1);
			backend.rollback();
		}
		assertThat(operations(this.segment)).isEmpty();
		assertThat(members(this.segment)).isEmpty();
		assertThat(count("acts")).isEqualTo(acts);
	}

	private String name(long segment) {
		return this.jdbc.sql("SELECT name FROM segments WHERE id = :id")
			.param("id", segment)
			.query(String.class)
			.single();
	}

}
