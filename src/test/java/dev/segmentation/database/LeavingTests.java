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
		long segment = segment();
		long other = segment();
		Memberships.insert(this.jdbc, segment, 640_000, 640_099);
		Memberships.insert(this.jdbc, other, 640_000, 640_000);
		String name = operations(segment).getFirst().segment();
		assertThat(Memberships.deleteSegment(this.jdbc, segment)).isOne();
		assertThat(members(segment)).isEmpty();
		assertThat(members(other)).containsExactly(640_000L);
		assertThat(operations(segment)).extracting(Operation::what)
			.containsExactly("added import", "added import", "deleted segment_deleted", "deleted segment_deleted");
		assertThat(operations(segment)).extracting(Operation::segment).containsOnly(name);
		assertThat(operations(segment)).extracting(Operation::account).containsOnly(Memberships.ACCOUNT);
	}

	@Test
	void recordsTheExpiryOfAnExpiredMemberOfADeletedSegment() {
		long user = user();
		long segment = segment();
		Instant end = Instant.parse("2026-01-01T00:00:00Z");
		Memberships.insertUntil(this.jdbc, end, user, segment);
		Memberships.deleteSegment(this.jdbc, segment);
		assertThat(operations(segment)).extracting(Operation::what).containsExactly("added api", "deleted expiry");
		assertThat(operations(segment).getLast().date()).isEqualTo(end);
	}

	@Test
	void deletesAnEmptySegmentWithoutAnAct() {
		long segment = segment();
		long acts = count("acts");
		assertThat(Memberships.deleteSegment(this.jdbc, segment)).isOne();
		assertThat(count("acts")).isEqualTo(acts);
	}

	@Test
	void refusesToDeleteASegmentWithMembersWithoutAnAct() {
		long user = user();
		long segment = segment();
		Memberships.add(this.jdbc, user, segment);
		assertRefused(Refusals.NO_ACT,
				() -> this.jdbc.sql("DELETE FROM segments WHERE id = :id").param("id", segment).update());
		assertThat(members(segment)).containsExactly(user);
	}

	@Test
	void freesTheNameOfADeletedSegment() {
		long user = user();
		long segment = segment();
		Memberships.add(this.jdbc, user, segment);
		String name = operations(segment).getFirst().segment();
		Memberships.deleteSegment(this.jdbc, segment);
		long again = Sql.addSegment(this.jdbc, name, "0");
		Memberships.add(this.jdbc, user, again);
		assertThat(operations(segment)).hasSize(2);
		assertThat(operations(again)).extracting(Operation::segment).containsExactly(name);
	}

	@Test
	void removesDeletedUsersFromAllSegments() {
		usersFromTo(704_000, 704_002);
		long one = segment();
		long other = segment();
		Memberships.insert(this.jdbc, one, 704_000, 704_002);
		Memberships.insert(this.jdbc, other, 704_001, 704_001);
		int deleted = this.jdbc
			.sql("DELETE FROM users USING begin_act('page', 3, 'forget them') WHERE id BETWEEN 704000 AND 704001")
			.update();
		assertThat(deleted).isEqualTo(2);
		assertThat(members(one)).containsExactly(704_002L);
		assertThat(members(other)).isEmpty();
		Operation removal = operations(one).getLast();
		assertThat(removal.what()).isEqualTo("deleted page");
		assertThat(removal.note()).isEqualTo("forget them");
		assertThat(removal.users()).isEqualTo(List.of(704_000L, 704_001L));
		assertThat(operations(other).getLast().act()).isEqualTo(removal.act());
	}

	@Test
	void deletesAUserWithoutSegmentsWithoutAnAct() {
		long user = user();
		long acts = count("acts");
		assertThat(Memberships.deleteUser(this.jdbc, user)).isOne();
		assertThat(count("acts")).isEqualTo(acts);
	}

	@Test
	void refusesToDeleteAUserInASegmentWithoutAnAct() {
		long user = user();
		long segment = segment();
		Memberships.add(this.jdbc, user, segment);
		assertRefused(Refusals.NO_ACT,
				() -> this.jdbc.sql("DELETE FROM users WHERE id = :id").param("id", user).update());
		assertThat(members(segment)).containsExactly(user);
	}

}
