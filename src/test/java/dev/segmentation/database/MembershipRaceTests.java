package dev.segmentation.database;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static dev.segmentation.database.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests two simultaneous changes of the same membership.
 */
@DatabaseTest
class MembershipRaceTests extends RaceTestBase {

	MembershipRaceTests(TestDatabase database) throws SQLException {
		super(database);
	}

	@Test
	void refusesTheSecondOfTwoAdditions() {
		Memberships.add(this.first.jdbc(), this.anna, this.segment);
		assertRefusedAfterTheFirst(Refusals.ALREADY_A_MEMBER,
				(client) -> Memberships.add(client, this.anna, this.other, this.segment));
		assertThat(operations(this.segment)).hasSize(1);
		assertThat(members(this.other)).isEmpty();
	}

	@Test
	void acceptsTheSecondOfTwoAdditionsWhenTheFirstRollsBack() {
		Memberships.add(this.first.jdbc(), this.anna, this.segment);
		CompletableFuture<List<Long>> again = this.second
			.startBlocked((client) -> Memberships.add(client, this.anna, this.segment));
		this.first.rollback();
		assertThat(again.join()).hasSize(1);
		this.second.commit();
		assertThat(operations(this.segment)).hasSize(1);
	}

	@Test
	void addingWaitsForARemoval() {
		Memberships.add(this.jdbc, this.anna, this.segment);
		Memberships.remove(this.first.jdbc(), this.anna, this.segment);
		List<Long> added = afterTheFirst((client) -> Memberships.add(client, this.anna, this.segment));
		assertThat(added).hasSize(1);
		assertThat(operations(this.segment)).extracting(Operation::type).containsExactly("added", "deleted", "added");
	}

	@Test
	void removingWaitsForAnAddition() {
		Memberships.add(this.first.jdbc(), this.anna, this.segment);
		List<Long> removed = afterTheFirst((client) -> Memberships.remove(client, this.anna, this.segment));
		assertThat(removed).hasSize(1);
		assertThat(operations(this.segment)).extracting(Operation::type).containsExactly("added", "deleted");
	}

	@Test
	void refusesTheSecondOfTwoRemovals() {
		Memberships.add(this.jdbc, this.anna, this.segment);
		Memberships.remove(this.first.jdbc(), this.anna, this.segment);
		assertRefusedAfterTheFirst(Refusals.NOT_A_MEMBER,
				(client) -> Memberships.remove(client, this.anna, this.segment));
		assertThat(operations(this.segment)).hasSize(2);
	}

	/** A page has shown a membership that another account ends and begins again. */
	@Test
	void removesOnlyTheMembershipThatAPageHasShown() {
		Memberships.add(this.jdbc, this.anna, this.segment);
		Instant since = operations(this.segment).getFirst().date();
		Memberships.remove(this.first.jdbc(), this.anna, this.segment);
		Memberships.add(this.first.jdbc(), this.anna, this.segment);
		assertRefusedAfterTheFirst(Refusals.ANOTHER_MEMBERSHIP,
				(client) -> Memberships.removeShown(client, this.anna, this.segment, since));
		assertThat(members(this.segment)).containsExactly(this.anna);
	}

	@Test
	void refusesTheSecondOfTwoAdditionsAfterAnExpiry() {
		Memberships.insertUntil(this.jdbc, PAST, this.anna, this.segment);
		Memberships.add(this.first.jdbc(), this.anna, this.segment);
		assertRefusedAfterTheFirst(Refusals.ALREADY_A_MEMBER,
				(client) -> Memberships.add(client, this.anna, this.segment));
		assertThat(operations(this.segment)).extracting(Operation::what)
			.containsExactly("added api", "deleted expiry", "added api");
	}

	@Test
	void anAdditionThatWaitedForARemovalIsDatedAfterIt() {
		Memberships.add(this.jdbc, this.anna, this.segment, this.other);
		Memberships.lock(this.third.jdbc(), this.anna, this.other);
		CompletableFuture<List<Long>> removing = this.first
			.startBlocked((client) -> Memberships.remove(client, this.anna, this.segment, this.other));
		CompletableFuture<List<Long>> adding = this.second
			.startBlocked((client) -> Memberships.addFor(client, "PT0.000001S", this.anna, this.segment));
		this.third.commit();
		assertThat(removing.join()).hasSize(2);
		this.first.commit();
		assertThat(adding.join()).hasSize(1);
		this.second.commit();
		assertThat(operations(this.segment)).extracting(Operation::type).containsExactly("added", "deleted", "added");
	}

	@Test
	void anAdditionWhoseEndPassedWhileItWaitedIsRefused() {
		Memberships.add(this.first.jdbc(), this.anna, this.other);
		Instant end = now().plusMillis(300);
		CompletableFuture<List<Long>> adding = this.second
			.startBlocked((client) -> Memberships.addUntil(client, end, this.anna, this.segment));
		await().until(() -> now().isAfter(end));
		this.first.commit();
		assertRefused(Refusals.END_IN_PAST, adding::join);
		this.second.rollback();
		assertThat(operations(this.segment)).isEmpty();
	}

	@Test
	void additionsToOneSegmentDoNotBlockEachOther() {
		Memberships.add(this.first.jdbc(), this.anna, this.segment, this.other);
		assertThat(Memberships.add(this.second.jdbc(), this.boris, this.other, this.segment)).hasSize(2);
		this.second.commit();
		this.first.commit();
		assertThat(members(this.segment)).containsExactly(this.anna, this.boris);
	}

}
