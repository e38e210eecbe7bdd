package dev.segmentation.database;

import java.time.Instant;
import java.util.List;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static dev.segmentation.database.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the triggers that remove the members of a deleted segment, and the memberships of
 * deleted users.
 */
@DatabaseTest
class LeavingTests extends RoutineTestBase {

	LeavingTests(TestDatabase database) {
		super(database);
	}

	@Test
	void removesEveryMemberOfADeletedSegment() {
		usersFromTo(640_000, 640_099);
		Memberships.insert(this.jdbc, this.segment, 640_000, 640_099);
		Memberships.insert(this.jdbc, this.other, 640_000, 640_000);
		String name = operations(this.segment).getFirst().segment();
		assertThat(Memberships.deleteSegment(this.jdbc, this.segment)).isOne();
		assertThat(members(this.segment)).isEmpty();
		assertThat(members(this.other)).containsExactly(640_000L);
		assertThat(operations(this.segment)).extracting(Operation::what)
			.containsExactly("added import", "added import", "deleted segment_deleted", "deleted segment_deleted");
		assertThat(operations(this.segment)).extracting(Operation::segment).containsOnly(name);
		assertThat(operations(this.segment)).extracting(Operation::account).containsOnly(Memberships.ACCOUNT);
	}

	@Test
	void recordsTheExpiryOfAnExpiredMemberOfADeletedSegment() {
		Instant end = Instant.parse("2026-01-01T00:00:00Z");
		Memberships.insertUntil(this.jdbc, end, this.anna, this.segment);
		Memberships.deleteSegment(this.jdbc, this.segment);
		assertThat(operations(this.segment)).extracting(Operation::what).containsExactly("added api", "deleted expiry");
		assertThat(operations(this.segment).getLast().date()).isEqualTo(end);
	}

	@Test
	void deletesAnEmptySegmentWithoutAnAct() {
		assertNoAct(() -> assertThat(Memberships.deleteSegment(this.jdbc, this.segment)).isOne());
	}

	@Test
	void refusesToDeleteASegmentWithMembersWithoutAnAct() {
		Memberships.add(this.jdbc, this.anna, this.segment);
		assertRefused(Refusals.NO_ACT,
				() -> this.jdbc.sql("DELETE FROM segments WHERE id = :id").param("id", this.segment).update());
		assertThat(members(this.segment)).containsExactly(this.anna);
	}

	@Test
	void freesTheNameOfADeletedSegment() {
		Memberships.add(this.jdbc, this.anna, this.segment);
		String name = operations(this.segment).getFirst().segment();
		Memberships.deleteSegment(this.jdbc, this.segment);
		long again = Sql.addSegment(this.jdbc, name, "0");
		Memberships.add(this.jdbc, this.anna, again);
		assertThat(operations(this.segment)).hasSize(2);
		assertThat(operations(again)).extracting(Operation::segment).containsExactly(name);
	}

	@Test
	void removesDeletedUsersFromAllSegments() {
		usersFromTo(704_000, 704_002);
		Memberships.insert(this.jdbc, this.segment, 704_000, 704_002);
		Memberships.insert(this.jdbc, this.other, 704_001, 704_001);
		int deleted = this.jdbc
			.sql("DELETE FROM users USING begin_act('page', 3, 'forget them') WHERE id BETWEEN 704000 AND 704001")
			.update();
		assertThat(deleted).isEqualTo(2);
		assertThat(members(this.segment)).containsExactly(704_002L);
		assertThat(members(this.other)).isEmpty();
		Operation removal = operations(this.segment).getLast();
		assertThat(removal.what()).isEqualTo("deleted page");
		assertThat(removal.note()).isEqualTo("forget them");
		assertThat(removal.users()).isEqualTo(List.of(704_000L, 704_001L));
		assertThat(operations(this.other).getLast().act()).isEqualTo(removal.act());
	}

	@Test
	void deletesAUserWithoutSegmentsWithoutAnAct() {
		assertNoAct(() -> assertThat(Memberships.deleteUser(this.jdbc, this.anna)).isOne());
	}

	@Test
	void refusesToDeleteAUserInASegmentWithoutAnAct() {
		Memberships.add(this.jdbc, this.anna, this.segment);
		assertRefused(Refusals.NO_ACT,
				() -> this.jdbc.sql("DELETE FROM users WHERE id = :id").param("id", this.anna).update());
		assertThat(members(this.segment)).containsExactly(this.anna);
	}

}
