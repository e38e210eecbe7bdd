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

	private static final long NOBODY = Long.MAX_VALUE;

	private static final Long NOWHERE = Long.MAX_VALUE;

	private final long user;

	private final long one;

	private final long other;

	RemoveMembershipsTests(TestDatabase database) {
		super(database);
		this.user = user();
		this.one = segment();
		this.other = segment();
	}

	@Test
	void returnsTheOperationsInTheRequestedOrder() {
		Memberships.add(this.jdbc, this.user, this.one, this.other);
		List<Long> ids = Memberships.remove(this.jdbc, this.user, this.other, this.one);
		assertThat(ids).containsExactly(operations(this.other).getLast().id(), operations(this.one).getLast().id());
		assertThat(operations(this.one)).extracting(Operation::what).containsExactly("added api", "deleted api");
		assertThat(operations(this.one).getLast().account()).isEqualTo(Memberships.ACCOUNT);
		assertThat(operations(this.one).getLast().act()).isEqualTo(operations(this.other).getLast().act());
		assertThat(members(this.one)).isEmpty();
	}

	@Test
	void keepsOtherUsersAndSegments() {
		long neighbour = user();
		Memberships.add(this.jdbc, this.user, this.one, this.other);
		Memberships.add(this.jdbc, neighbour, this.one);
		Memberships.remove(this.jdbc, this.user, this.one);
		assertThat(members(this.one)).containsExactly(neighbour);
		assertThat(members(this.other)).containsExactly(this.user);
	}

	@Test
	void removesMembershipsWithALaterEnd() {
		Memberships.addFor(this.jdbc, "PT1H", this.user, this.one);
		Memberships.remove(this.jdbc, this.user, this.one);
		assertThat(operations(this.one)).extracting(Operation::what).containsExactly("added api", "deleted api");
	}

	@Test
	void refusesAnUnknownUserBeforeAnythingElse() {
		assertRefused(Refusals.NO_SUCH_USER, () -> Memberships.remove(this.jdbc, NOBODY, NOWHERE, this.one));
	}

	@Test
	void refusesAnUnknownSegmentBeforeAMissingMembership() {
		Memberships.add(this.jdbc, this.user, this.one);
		assertRefused(Refusals.NO_SUCH_SEGMENT,
				() -> Memberships.remove(this.jdbc, this.user, this.one, this.other, NOWHERE));
		assertThat(members(this.one)).containsExactly(this.user);
	}

	@Test
	void refusesAnUnknownName() {
		Memberships.add(this.jdbc, this.user, this.one);
		assertRefused(Refusals.NO_SUCH_SEGMENT,
				() -> this.jdbc.sql("SELECT remove_memberships(:user, ARRAY[:segment, NULL]::bigint[], 'api', NULL)")
					.params(Map.of("user", this.user, "segment", this.one))
					.query()
					.singleRow());
		assertThat(members(this.one)).containsExactly(this.user);
	}

	@Test
	void refusesAllWhenTheUserIsNotInOneSegment() {
		Memberships.add(this.jdbc, this.user, this.one);
		assertRefused(Refusals.NOT_A_MEMBER, () -> Memberships.remove(this.jdbc, this.user, this.one, this.other));
		assertThat(members(this.one)).containsExactly(this.user);
		assertThat(operations(this.one)).hasSize(1);
	}

	@Test
	void refusesASegmentNamedTwice() {
		Memberships.add(this.jdbc, this.user, this.one, this.other);
		assertRefused(Refusals.NOT_A_MEMBER,
				() -> Memberships.remove(this.jdbc, this.user, this.one, this.other, this.one));
		assertThat(members(this.one)).containsExactly(this.user);
	}

	@Test
	void refusesAnExpiredMembershipBeforeItsRemoval() {
		Memberships.insertUntil(this.jdbc, Instant.parse("2026-09-30T00:00:00Z"), this.user, this.one);
		assertRefused(Refusals.NOT_A_MEMBER, () -> Memberships.remove(this.jdbc, this.user, this.one));
		assertThat(operations(this.one)).hasSize(1);
	}

}
