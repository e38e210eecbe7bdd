package dev.segmentation.database;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static dev.segmentation.database.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the function that removes a user from segments.
 */
@DatabaseTest
class RemoveMembershipsTests extends RoutineTestBase {

	RemoveMembershipsTests(TestDatabase database) {
		super(database);
	}

	@Test
	void returnsTheOperationsInTheRequestedOrder() {
		Memberships.add(this.jdbc, this.anna, this.segment, this.other);
		List<Long> ids = Memberships.remove(this.jdbc, this.anna, this.other, this.segment);
		assertThat(ids).containsExactly(operations(this.other).getLast().id(), operations(this.segment).getLast().id());
		assertThat(operations(this.segment)).extracting(Operation::what).containsExactly("added api", "deleted api");
		assertThat(operations(this.segment).getLast().account()).isEqualTo(Memberships.ACCOUNT);
		assertThat(operations(this.segment).getLast().act()).isEqualTo(operations(this.other).getLast().act());
		assertThat(members(this.segment)).isEmpty();
	}

	@Test
	void keepsOtherUsersAndSegments() {
		Memberships.add(this.jdbc, this.anna, this.segment, this.other);
		Memberships.add(this.jdbc, this.boris, this.segment);
		Memberships.remove(this.jdbc, this.anna, this.segment);
		assertThat(members(this.segment)).containsExactly(this.boris);
		assertThat(members(this.other)).containsExactly(this.anna);
	}

	@Test
	void removesMembershipsWithALaterEnd() {
		Memberships.addFor(this.jdbc, "PT1H", this.anna, this.segment);
		Memberships.remove(this.jdbc, this.anna, this.segment);
		assertThat(operations(this.segment)).extracting(Operation::what).containsExactly("added api", "deleted api");
	}

	@Test
	void refusesAnUnknownUserBeforeAnythingElse() {
		assertRefused(Refusals.NO_SUCH_USER, () -> Memberships.remove(this.jdbc, UNKNOWN, UNKNOWN, this.segment));
	}

	@Test
	void refusesAnUnknownSegmentBeforeAMissingMembership() {
		Memberships.add(this.jdbc, this.anna, this.segment);
		assertRefused(Refusals.NO_SUCH_SEGMENT,
				() -> Memberships.remove(this.jdbc, this.anna, this.segment, this.other, UNKNOWN));
		assertThat(members(this.segment)).containsExactly(this.anna);
	}

	@Test
	void refusesAnUnknownName() {
		Memberships.add(this.jdbc, this.anna, this.segment);
		assertRefused(Refusals.NO_SUCH_SEGMENT,
				() -> this.jdbc.sql("SELECT remove_memberships(:user, ARRAY[:segment, NULL]::bigint[], 'api', NULL)")
					.params(Map.of("user", this.anna, "segment", this.segment))
					.query()
					.singleRow());
		assertThat(members(this.segment)).containsExactly(this.anna);
	}

	@Test
	void refusesAllWhenTheUserIsNotInOneSegment() {
		Memberships.add(this.jdbc, this.anna, this.segment);
		assertRefused(Refusals.NOT_A_MEMBER, () -> Memberships.remove(this.jdbc, this.anna, this.segment, this.other));
		assertThat(members(this.segment)).containsExactly(this.anna);
		assertThat(operations(this.segment)).hasSize(1);
	}

	@Test
	void refusesASegmentNamedTwice() {
		Memberships.add(this.jdbc, this.anna, this.segment, this.other);
		assertRefused(Refusals.NOT_A_MEMBER,
				() -> Memberships.remove(this.jdbc, this.anna, this.segment, this.other, this.segment));
		assertThat(members(this.segment)).containsExactly(this.anna);
	}

	@Test
	void refusesAnExpiredMembershipBeforeItsRemoval() {
		Memberships.insertUntil(this.jdbc, Instant.parse("2026-09-30T00:00:00Z"), this.anna, this.segment);
		assertRefused(Refusals.NOT_A_MEMBER, () -> Memberships.remove(this.jdbc, this.anna, this.segment));
		assertThat(operations(this.segment)).hasSize(1);
	}

}
