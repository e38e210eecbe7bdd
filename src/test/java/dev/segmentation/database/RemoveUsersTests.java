package dev.segmentation.database;

import java.time.Instant;

import dev.segmentation.database.Memberships.RemovedUsers;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static dev.segmentation.database.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the function that removes many users from one segment.
 */
@DatabaseTest
class RemoveUsersTests extends RoutineTestBase {

	RemoveUsersTests(TestDatabase database) {
		super(database);
	}

	@Test
	void removesAllInOneAct() {
		Memberships.addUsers(this.jdbc, this.segment, this.anna, this.boris);
		assertThat(Memberships.removeUsers(this.jdbc, this.segment, this.boris, this.anna))
			.isEqualTo(new RemovedUsers(2, 0));
		assertThat(members(this.segment)).isEmpty();
		assertThat(operations(this.segment)).filteredOn((operation) -> operation.type().equals("deleted"))
			.allSatisfy((operation) -> {
				assertThat(operation.what()).isEqualTo("deleted page");
				assertThat(operation.act()).isEqualTo(operations(this.segment).getLast().act());
				assertThat(operation.account()).isEqualTo(Memberships.ACCOUNT);
			});
	}

	@Test
	void countsMissingUsersOnce() {
		Memberships.addUsers(this.jdbc, this.segment, this.anna);
		assertThat(Memberships.removeUsers(this.jdbc, this.segment, this.boris, this.anna, UNKNOWN, this.boris))
			.isEqualTo(new RemovedUsers(1, 2));
	}

	@Test
	void keepsOtherUsersAndSegments() {
		Memberships.addUsers(this.jdbc, this.segment, this.anna, this.boris);
		Memberships.addUsers(this.jdbc, this.other, this.anna);
		Memberships.removeUsers(this.jdbc, this.segment, this.anna);
		assertThat(members(this.segment)).containsExactly(this.boris);
		assertThat(members(this.other)).containsExactly(this.anna);
	}

	@Test
	void removesMembershipsWithALaterEnd() {
		Memberships.addUsersFor(this.jdbc, "PT1H", this.segment, this.anna);
		assertThat(Memberships.removeUsers(this.jdbc, this.segment, this.anna)).isEqualTo(new RemovedUsers(1, 0));
		assertThat(operations(this.segment)).extracting(Operation::what).containsExactly("added page", "deleted page");
	}

	@Test
	void keepsExpiredMemberships() {
		Memberships.insertUntil(this.jdbc, Instant.parse("2026-10-31T08:15:30Z"), this.anna, this.segment);
		assertNoAct(() -> assertThat(Memberships.removeUsers(this.jdbc, this.segment, this.anna))
			.isEqualTo(new RemovedUsers(0, 1)));
		assertThat(members(this.segment)).containsExactly(this.anna);
	}

	@Test
	void refusesAnUnknownSegment() {
		assertRefused(Refusals.NO_SUCH_SEGMENT, () -> Memberships.removeUsers(this.jdbc, UNKNOWN, this.anna));
	}

}
