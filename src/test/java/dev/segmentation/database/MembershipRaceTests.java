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

	private static final Instant PAST = Instant.parse("2026-05-05T05:05:05.000005Z");

	private final long user;

	private final long one;

	private final long other;

	MembershipRaceTests(TestDatabase database) throws SQLException {
		super(database);
		this.user = user();
		this.one = segment();
		this.other = segment();
	}

	@Test
	void refusesTheSecondOfTwoAdditions() {
		Memberships.add(this.first.jdbc(), this.user, this.one);
		CompletableFuture<List<Long>> again = this.second
			.startBlocked((client) -> Memberships.add(client, this.user, this.other, this.one));
		this.first.commit();
		assertRefused(Refusals.ALREADY_A_MEMBER, again::join);
		this.second.rollback();
		assertThat(operations(this.one)).hasSize(1);
		assertThat(members(this.other)).isEmpty();
	}

	@Test
	void acceptsTheSecondOfTwoAdditionsWhenTheFirstRollsBack() {
		Memberships.add(this.first.jdbc(), this.user, this.one);
		CompletableFuture<List<Long>> again = this.second
			.startBlocked((client) -> Memberships.add(client, this.user, this.one));
		this.first.rollback();
		assertThat(again.join()).hasSize(1);
		this.second.commit();
		assertThat(operations(this.one)).hasSize(1);
	}

	@Test
	void addingWaitsForARemoval() {
		Memberships.add(this.jdbc, this.user, this.one);
		Memberships.remove(this.first.jdbc(), this.user, this.one);
		CompletableFuture<List<Long>> adding = this.second
			.startBlocked((client) -> Memberships.add(client, this.user, this.one));
		this.first.commit();
		assertThat(adding.join()).hasSize(1);
		this.second.commit();
		assertThat(operations(this.one)).extracting(Operation::type).containsExactly("added", "deleted", "added");
	}

	@Test
	void removingWaitsForAnAddition() {
		Memberships.add(this.first.jdbc(), this.user, this.one);
		CompletableFuture<List<Long>> removing = this.second
			.startBlocked((client) -> Memberships.remove(client, this.user, this.one));
		this.first.commit();
		assertThat(removing.join()).hasSize(1);
		this.second.commit();
		assertThat(operations(this.one)).extracting(Operation::type).containsExactly("added", "deleted");
	}

	@Test
	void refusesTheSecondOfTwoRemovals() {
		Memberships.add(this.jdbc, this.user, this.one);
		Memberships.remove(this.first.jdbc(), this.user, this.one);
		CompletableFuture<List<Long>> again = this.second
			.startBlocked((client) -> Memberships.remove(client, this.user, this.one));
		this.first.commit();
		assertRefused(Refusals.NOT_A_MEMBER, again::join);
		this.second.rollback();
		assertThat(operations(this.one)).hasSize(2);
	}

	/** A page has shown a membership that another account ends and begins again. */
	@Test
	void removesOnlyTheMembershipThatAPageHasShown() {
		Memberships.add(this.jdbc, this.user, this.one);
		Instant since = operations(this.one).getFirst().date();
		Memberships.remove(this.first.jdbc(), this.user, this.one);
		Memberships.add(this.first.jdbc(), this.user, this.one);
		CompletableFuture<List<Long>> removing = this.second
			.startBlocked((client) -> Memberships.removeShown(client, this.user, this.one, since));
		this.first.commit();
		assertRefused(Refusals.ANOTHER_MEMBERSHIP, removing::join);
		this.second.rollback();
		assertThat(members(this.one)).containsExactly(this.user);
	}

	@Test
	void refusesTheSecondOfTwoAdditionsAfterAnExpiry() {
		Memberships.insertUntil(this.jdbc, PAST, this.user, this.one);
		Memberships.add(this.first.jdbc(), this.user, this.one);
		CompletableFuture<List<Long>> again = this.second
			.startBlocked((client) -> Memberships.add(client, this.user, this.one));
		this.first.commit();
		assertRefused(Refusals.ALREADY_A_MEMBER, again::join);
		this.second.rollback();
		assertThat(operations(this.one)).extracting(Operation::what)
			.containsExactly("added api", "deleted expiry", "added api");
	}

	@Test
	void anAdditionThatWaitedForARemovalIsDatedAfterIt() {
		Memberships.add(this.jdbc, this.user, this.one, this.other);
		lock(this.third, this.other);
		CompletableFuture<List<Long>> removing = this.first
			.startBlocked((client) -> Memberships.remove(client, this.user, this.one, this.other));
		CompletableFuture<List<Long>> adding = this.second
			.startBlocked((client) -> Memberships.addFor(client, "PT0.000001S", this.user, this.one));
		this.third.commit();
		assertThat(removing.join()).hasSize(2);
		this.first.commit();
		assertThat(adding.join()).hasSize(1);
		this.second.commit();
		assertThat(operations(this.one)).extracting(Operation::type).containsExactly("added", "deleted", "added");
	}

	@Test
	void anAdditionWhoseEndPassedWhileItWaitedIsRefused() {
		Memberships.add(this.first.jdbc(), this.user, this.other);
		Instant end = now().plusMillis(300);
		CompletableFuture<List<Long>> adding = this.second
			.startBlocked((client) -> Memberships.addUntil(client, end, this.user, this.one));
		await().until(() -> now().isAfter(end));
		this.first.commit();
		assertRefused(Refusals.END_IN_PAST, adding::join);
		this.second.rollback();
		assertThat(operations(this.one)).isEmpty();
	}

	@Test
	void additionsToOneSegmentDoNotBlockEachOther() {
		long neighbour = user();
		Memberships.add(this.first.jdbc(), this.user, this.one, this.other);
		assertThat(Memberships.add(this.second.jdbc(), neighbour, this.other, this.one)).hasSize(2);
		this.second.commit();
		this.first.commit();
		assertThat(members(this.one)).containsExactly(this.user, neighbour);
	}

	private void lock(Backend backend, long segment) {
		backend.jdbc()
			.sql("SELECT user_id FROM memberships WHERE user_id = :user AND segment_id = :segment FOR UPDATE")
			.param("user", this.user)
			.param("segment", segment)
			.query(Long.class)
			.single();
	}

}
