package dev.segmentation.database;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static dev.segmentation.database.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the trigger that writes the history of removals.
 */
@DatabaseTest
class RemovedMembershipsTests extends RoutineTestBase {

	private static final Instant PAST = Instant.parse("2025-03-30T01:59:59.999999Z");

	RemovedMembershipsTests(TestDatabase database) {
		super(database);
	}

	@Test
	void writesTheAccountAndTheUser() {
		Memberships.insert(this.jdbc, this.segment, this.anna, this.anna);
		Instant before = now();
		removeAll(this.segment);
		Operation removal = operations(this.segment).getLast();
		assertThat(removal.what()).isEqualTo("deleted undo");
		assertThat(removal.account()).isEqualTo(9);
		assertThat(removal.note()).isEqualTo("too many");
		assertThat(removal.users()).containsExactly(this.anna);
		assertThat(removal.date()).isBetween(before, now());
	}

	@Test
	void writesOneRowForEachBlockOfABulk() {
		usersFromTo(64_010, 64_139);
		Memberships.insert(this.jdbc, this.segment, 64_010, 64_139);
		removeAll(this.segment);
		List<Operation> removals = operations(this.segment).stream()
			.filter((one) -> one.type().equals("deleted"))
			.toList();
		assertThat(removals).extracting(Operation::block).containsExactly(1000L, 1001L, 1002L);
		assertThat(removals).extracting((operation) -> operation.users().size()).containsExactly(54, 64, 12);
		assertThat(removals).allSatisfy((operation) -> assertThat(operation.users()).isSorted());
		assertThat(removals).extracting(Operation::act).containsOnly(removals.getFirst().act());
	}

	@Test
	void recordsAnExpiryAtItsExactInstant() {
		Memberships.insertUntil(this.jdbc, PAST, this.anna, this.segment);
		removeAll(this.segment);
		Operation removal = operations(this.segment).getLast();
		assertThat(removal.what()).isEqualTo("deleted expiry");
		assertThat(removal.account()).isNull();
		assertThat(removal.date()).isEqualTo(PAST);
	}

	@Test
	void needsNoActForAnExpiry() {
		Memberships.insertUntil(this.jdbc, PAST, this.anna, this.segment);
		this.jdbc.sql("DELETE FROM memberships WHERE segment_id = :id").param("id", this.segment).update();
		assertThat(operations(this.segment)).extracting(Operation::what).containsExactly("added api", "deleted expiry");
	}

	@Test
	void separatesExpiriesFromRemovalsInOneStatement() {
		usersFromTo(128_000, 128_002);
		Memberships.insertUntil(this.jdbc, PAST, 128_000, this.segment);
		Memberships.insertUntil(this.jdbc, PAST.plusSeconds(86_400L * 36_500), 128_001, this.segment);
		Memberships.insert(this.jdbc, this.segment, 128_002, 128_002);
		removeAll(this.segment);
		List<Operation> removals = operations(this.segment).stream()
			.filter((one) -> one.type().equals("deleted"))
			.toList();
		assertThat(removals).extracting(Operation::what).containsExactly("deleted expiry", "deleted undo");
		assertThat(removals).extracting(Operation::users)
			.containsExactly(List.of(128_000L), List.of(128_001L, 128_002L));
	}

	@Test
	void keepsTheInstantsOfOneStatementApart() {
		usersFromTo(192_000, 192_001);
		Memberships.insertUntil(this.jdbc, PAST.plusNanos(1000), 192_000, this.segment);
		Memberships.insertUntil(this.jdbc, PAST, 192_001, this.segment);
		removeAll(this.segment);
		List<Operation> removals = operations(this.segment).stream()
			.filter((one) -> one.type().equals("deleted"))
			.toList();
		assertThat(removals).extracting(Operation::date).containsExactly(PAST, PAST.plusNanos(1000));
		assertThat(removals).extracting(Operation::users).containsExactly(List.of(192_001L), List.of(192_000L));
		assertThat(removals).extracting(Operation::act).containsOnly(removals.getFirst().act());
	}

	@Test
	void refusesARemovalWithoutAnAct() {
		Memberships.insert(this.jdbc, this.segment, this.anna, this.anna);
		assertRefused(Refusals.NO_ACT,
				() -> this.jdbc.sql("DELETE FROM memberships WHERE segment_id = :id")
					.param("id", this.segment)
					.update());
		assertThat(members(this.segment)).containsExactly(this.anna);
	}

	@Test
	void leavesNothingWhenRolledBack() throws SQLException {
		Memberships.insert(this.jdbc, this.segment, this.anna, this.anna);
		long acts = count("acts");
		try (Backend backend = new Backend(this.database)) {
			Memberships.remove(backend.jdbc(), this.anna, this.segment);
			backend.rollback();
		}
		assertThat(operations(this.segment)).hasSize(1);
		assertThat(members(this.segment)).containsExactly(this.anna);
		assertThat(count("acts")).isEqualTo(acts);
	}

	private void removeAll(long segment) {
		this.jdbc.sql("DELETE FROM memberships USING begin_act('undo', 9, 'too many') WHERE segment_id = :id")
			.param("id", segment)
			.update();
	}

}
