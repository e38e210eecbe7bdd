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
		long user = user();
		long segment = segment();
		Memberships.insert(this.jdbc, segment, user, user);
		Instant before = now();
		removeAll(segment);
		Operation removal = operations(segment).getLast();
		assertThat(removal.what()).isEqualTo("deleted undo");
		assertThat(removal.account()).isEqualTo(9);
		assertThat(removal.note()).isEqualTo("too many");
		assertThat(removal.users()).containsExactly(user);
		assertThat(removal.date()).isBetween(before, now());
	}

	@Test
	void writesOneRowForEachBlockOfABulk() {
		long segment = segment();
		usersFromTo(64_010, 64_139);
		Memberships.insert(this.jdbc, segment, 64_010, 64_139);
		removeAll(segment);
		List<Operation> removals = operations(segment).stream().filter((one) -> one.type().equals("deleted")).toList();
		assertThat(removals).extracting(Operation::block).containsExactly(1000L, 1001L, 1002L);
		assertThat(removals).extracting((operation) -> operation.users().size()).containsExactly(54, 64, 12);
		assertThat(removals).allSatisfy((operation) -> assertThat(operation.users()).isSorted());
		assertThat(removals).extracting(Operation::act).containsOnly(removals.getFirst().act());
	}

	@Test
	void recordsAnExpiryAtItsExactInstant() {
		long user = user();
		long segment = segment();
		Memberships.insertUntil(this.jdbc, PAST, user, segment);
		removeAll(segment);
		Operation removal = operations(segment).getLast();
		assertThat(removal.what()).isEqualTo("deleted expiry");
		assertThat(removal.account()).isNull();
		assertThat(removal.date()).isEqualTo(PAST);
	}

	@Test
	void needsNoActForAnExpiry() {
		long user = user();
		long segment = segment();
		Memberships.insertUntil(this.jdbc, PAST, user, segment);
		this.jdbc.sql("DELETE FROM memberships WHERE segment_id = :id").param("id", segment).update();
		assertThat(operations(segment)).extracting(Operation::what).containsExactly("added api", "deleted expiry");
	}

	@Test
	void separatesExpiriesFromRemovalsInOneStatement() {
		usersFromTo(128_000, 128_002);
		long segment = segment();
		Memberships.insertUntil(this.jdbc, PAST, 128_000, segment);
		Memberships.insertUntil(this.jdbc, PAST.plusSeconds(86_400L * 36_500), 128_001, segment);
		Memberships.insert(this.jdbc, segment, 128_002, 128_002);
		removeAll(segment);
		List<Operation> removals = operations(segment).stream().filter((one) -> one.type().equals("deleted")).toList();
		assertThat(removals).extracting(Operation::what).containsExactly("deleted expiry", "deleted undo");
		assertThat(removals).extracting(Operation::users)
			.containsExactly(List.of(128_000L), List.of(128_001L, 128_002L));
	}

	@Test
	void keepsTheInstantsOfOneStatementApart() {
		usersFromTo(192_000, 192_001);
		long segment = segment();
		Memberships.insertUntil(this.jdbc, PAST.plusNanos(1000), 192_000, segment);
		Memberships.insertUntil(this.jdbc, PAST, 192_001, segment);
		removeAll(segment);
		List<Operation> removals = operations(segment).stream().filter((one) -> one.type().equals("deleted")).toList();
		assertThat(removals).extracting(Operation::date).containsExactly(PAST, PAST.plusNanos(1000));
		assertThat(removals).extracting(Operation::users).containsExactly(List.of(192_001L), List.of(192_000L));
		assertThat(removals).extracting(Operation::act).containsOnly(removals.getFirst().act());
	}

	@Test
	void refusesARemovalWithoutAnAct() {
		long user = user();
		long segment = segment();
		Memberships.insert(this.jdbc, segment, user, user);
		assertRefused(Refusals.NO_ACT,
				() -> this.jdbc.sql("DELETE FROM memberships WHERE segment_id = :id").param("id", segment).update());
		assertThat(members(segment)).containsExactly(user);
	}

	@Test
	void leavesNothingWhenRolledBack() throws SQLException {
		long user = user();
		long segment = segment();
		Memberships.insert(this.jdbc, segment, user, user);
		long acts = count("acts");
		try (Backend backend = new Backend(this.database)) {
			Memberships.remove(backend.jdbc(), user, segment);
			backend.rollback();
		}
		assertThat(operations(segment)).hasSize(1);
		assertThat(members(segment)).containsExactly(user);
		assertThat(count("acts")).isEqualTo(acts);
	}

	private void removeAll(long segment) {
		this.jdbc.sql("DELETE FROM memberships USING begin_act('undo', 9, 'too many') WHERE segment_id = :id")
			.param("id", segment)
			.update();
	}

}
