package dev.segmentation.database;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.segmentation.database.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests races between the deletion of a segment and changes of its memberships.
 */
@DatabaseTest
class SegmentRaceTests extends RaceTestBase {

	private static final Instant PAST = Instant.parse("2026-04-04T04:04:04.000004Z");

	private final long user;

	private final long segment;

	SegmentRaceTests(TestDatabase database) throws SQLException {
		super(database);
		this.user = user();
		this.segment = segment();
	}

	@BeforeEach
	void sweepWhatOthersLeft() {
		Memberships.expire(this.jdbc, 1000);
	}

	@Test
	void addingWaitsForTheDeletionAndIsRefused() {
		Memberships.deleteSegment(this.first.jdbc(), this.segment);
		CompletableFuture<List<Long>> adding = this.second
			.startBlocked((client) -> Memberships.add(client, this.user, this.segment));
		this.first.commit();
		assertRefused(Refusals.NO_SUCH_SEGMENT, adding::join);
		this.second.rollback();
		assertThat(members(this.segment)).isEmpty();
	}

	@Test
	void addingSucceedsWhenTheDeletionRollsBack() {
		Memberships.deleteSegment(this.first.jdbc(), this.segment);
		CompletableFuture<List<Long>> adding = this.second
			.startBlocked((client) -> Memberships.add(client, this.user, this.segment));
		this.first.rollback();
		assertThat(adding.join()).hasSize(1);
		this.second.commit();
		assertThat(members(this.segment)).containsExactly(this.user);
	}

	@Test
	void theDeletionWaitsForAnAdditionAndRecordsTheRemoval() {
		Memberships.add(this.first.jdbc(), this.user, this.segment);
		assertTheDeletionWaits();
		assertThat(operations(this.segment)).extracting(Operation::what)
			.containsExactly("added api", "deleted segment_deleted");
	}

	@Test
	void theDeletionWaitsForABulk() {
		usersFromTo(2_000_000, 2_000_299);
		Memberships.insert(this.first.jdbc(), this.segment, 2_000_000, 2_000_299);
		assertTheDeletionWaits();
		assertThat(operations(this.segment)).filteredOn((operation) -> operation.type().equals("deleted"))
			.flatExtracting(Operation::users)
			.hasSize(300);
	}

	@Test
	void aBulkWaitsForTheDeletionAndIsRefused() {
		usersFromTo(2_001_000, 2_001_299);
		Memberships.deleteSegment(this.first.jdbc(), this.segment);
		CompletableFuture<Integer> adding = this.second
			.startBlocked((client) -> Memberships.insert(client, this.segment, 2_001_000, 2_001_299));
		this.first.commit();
		assertRefused(Refusals.NO_SUCH_SEGMENT, adding::join);
		this.second.rollback();
		assertThat(members(this.segment)).isEmpty();
	}

	@Test
	void removingWaitsForTheDeletionAndIsRefused() {
		Memberships.add(this.jdbc, this.user, this.segment);
		Memberships.deleteSegment(this.first.jdbc(), this.segment);
		CompletableFuture<List<Long>> removing = this.second
			.startBlocked((client) -> Memberships.remove(client, this.user, this.segment));
		this.first.commit();
		assertRefused(Refusals.NO_SUCH_SEGMENT, removing::join);
		this.second.rollback();
		assertThat(operations(this.segment)).hasSize(2);
	}

	@Test
	void theDeletionWaitsForARemoval() {
		Memberships.add(this.jdbc, this.user, this.segment);
		Memberships.remove(this.first.jdbc(), this.user, this.segment);
		assertTheDeletionWaits();
		assertThat(operations(this.segment)).extracting(Operation::what).containsExactly("added api", "deleted api");
	}

	@Test
	void addingAnExpiredMemberAgainWaitsForTheDeletionAndIsRefused() {
		Memberships.insertUntil(this.jdbc, PAST, this.user, this.segment);
		Memberships.deleteSegment(this.first.jdbc(), this.segment);
		CompletableFuture<List<Long>> adding = this.second
			.startBlocked((client) -> Memberships.add(client, this.user, this.segment));
		this.first.commit();
		assertRefused(Refusals.NO_SUCH_SEGMENT, adding::join);
		this.second.rollback();
		assertThat(operations(this.segment)).extracting(Operation::what).containsExactly("added api", "deleted expiry");
	}

	@Test
	void theDeletionWaitsForAnAdditionOfAnExpiredMember() {
		Memberships.insertUntil(this.jdbc, PAST, this.user, this.segment);
		Memberships.add(this.first.jdbc(), this.user, this.segment);
		assertTheDeletionWaits();
		assertThat(operations(this.segment)).extracting(Operation::what)
			.containsExactly("added api", "deleted expiry", "added api", "deleted segment_deleted");
	}

	@Test
	void theDeletionWaitsForTheExpiryJob() {
		Memberships.insertUntil(this.jdbc, PAST, this.user, this.segment);
		assertThat(Memberships.expire(this.first.jdbc(), 10)).isOne();
		assertTheDeletionWaits();
		assertThat(operations(this.segment)).extracting(Operation::what).containsExactly("added api", "deleted expiry");
	}

	@Test
	void theExpiryJobSkipsTheMembersOfADeletedSegment() {
		Memberships.insertUntil(this.jdbc, PAST, this.user, this.segment);
		Memberships.deleteSegment(this.first.jdbc(), this.segment);
		assertThat(Memberships.expire(this.second.jdbc(), 10)).isZero();
		this.second.commit();
		this.first.commit();
		assertThat(operations(this.segment)).extracting(Operation::what).containsExactly("added api", "deleted expiry");
	}

	@Test
	void confirmingAListWaitsForTheDeletionAndIsRefused() {
		long list = Memberships.paste(this.jdbc, this.segment, this.user);
		Memberships.deleteSegment(this.first.jdbc(), this.segment);
		CompletableFuture<Boolean> confirming = this.second.startBlocked((client) -> {
			Memberships.confirm(client, list);
			return true;
		});
		this.first.commit();
		assertRefused(Refusals.NO_SUCH_SEGMENT, confirming::join);
		this.second.rollback();
		assertThat(members(this.segment)).isEmpty();
	}

	@Test
	void theDeletionWaitsForAConfirmedList() {
		long list = Memberships.paste(this.jdbc, this.segment, this.user);
		Memberships.confirm(this.first.jdbc(), list);
		assertTheDeletionWaits();
		assertThat(operations(this.segment)).extracting(Operation::what)
			.containsExactly("added import", "deleted segment_deleted");
	}

	@Test
	void theSecondOfTwoDeletionsFindsNothing() {
		Memberships.add(this.jdbc, this.user, this.segment);
		Memberships.deleteSegment(this.first.jdbc(), this.segment);
		CompletableFuture<Integer> again = this.second
			.startBlocked((client) -> Memberships.deleteSegment(client, this.segment));
		this.first.commit();
		assertThat(again.join()).isZero();
		this.second.commit();
		assertThat(operations(this.segment)).hasSize(2);
	}

	private void assertTheDeletionWaits() {
		CompletableFuture<Integer> deleting = this.second
			.startBlocked((client) -> Memberships.deleteSegment(client, this.segment));
		this.first.commit();
		assertThat(deleting.join()).isOne();
		this.second.commit();
		assertThat(members(this.segment)).isEmpty();
	}

}
