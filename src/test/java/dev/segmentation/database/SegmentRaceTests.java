package dev.segmentation.database;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests races between the deletion of a segment and changes of its memberships.
 */
@DatabaseTest
class SegmentRaceTests extends RaceTestBase {

	SegmentRaceTests(TestDatabase database) throws SQLException {
		super(database);
	}

	@Test
	void addingWaitsForTheDeletionAndIsRefused() {
		Memberships.deleteSegment(this.first.jdbc(), this.segment);
		assertRefusedAfterTheFirst(Refusals.NO_SUCH_SEGMENT,
				(client) -> Memberships.add(client, this.anna, this.segment));
		assertThat(members(this.segment)).isEmpty();
	}

	@Test
	void addingSucceedsWhenTheDeletionRollsBack() {
		Memberships.deleteSegment(this.first.jdbc(), this.segment);
		CompletableFuture<List<Long>> adding = this.second
			.startBlocked((client) -> Memberships.add(client, this.anna, this.segment));
		this.first.rollback();
		assertThat(adding.join()).hasSize(1);
		this.second.commit();
		assertThat(members(this.segment)).containsExactly(this.anna);
	}

	@Test
	void theDeletionWaitsForAnAdditionAndRecordsTheRemoval() {
		Memberships.add(this.first.jdbc(), this.anna, this.segment);
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
		assertRefusedAfterTheFirst(Refusals.NO_SUCH_SEGMENT,
				(client) -> Memberships.insert(client, this.segment, 2_001_000, 2_001_299));
		assertThat(members(this.segment)).isEmpty();
	}

	@Test
	void removingWaitsForTheDeletionAndIsRefused() {
		Memberships.add(this.jdbc, this.anna, this.segment);
		Memberships.deleteSegment(this.first.jdbc(), this.segment);
		assertRefusedAfterTheFirst(Refusals.NO_SUCH_SEGMENT,
				(client) -> Memberships.remove(client, this.anna, this.segment));
		assertThat(operations(this.segment)).hasSize(2);
	}

	@Test
	void theDeletionWaitsForARemoval() {
		Memberships.add(this.jdbc, this.anna, this.segment);
		Memberships.remove(this.first.jdbc(), this.anna, this.segment);
		assertTheDeletionWaits();
		assertThat(operations(this.segment)).extracting(Operation::what).containsExactly("added api", "deleted api");
	}

	@Test
	void addingAnExpiredMemberAgainWaitsForTheDeletionAndIsRefused() {
		Memberships.insertUntil(this.jdbc, PAST, this.anna, this.segment);
		Memberships.deleteSegment(this.first.jdbc(), this.segment);
		assertRefusedAfterTheFirst(Refusals.NO_SUCH_SEGMENT,
				(client) -> Memberships.add(client, this.anna, this.segment));
		assertThat(operations(this.segment)).extracting(Operation::what).containsExactly("added api", "deleted expiry");
	}

	@Test
	void theDeletionWaitsForAnAdditionOfAnExpiredMember() {
		Memberships.insertUntil(this.jdbc, PAST, this.anna, this.segment);
		Memberships.add(this.first.jdbc(), this.anna, this.segment);
		assertTheDeletionWaits();
		assertThat(operations(this.segment)).extracting(Operation::what)
			.containsExactly("added api", "deleted expiry", "added api", "deleted segment_deleted");
	}

	@Test
	void theDeletionWaitsForTheExpiryJob() {
		Memberships.insertUntil(this.jdbc, PAST, this.anna, this.segment);
		assertThat(Memberships.expire(this.first.jdbc(), 10)).isOne();
		assertTheDeletionWaits();
		assertThat(operations(this.segment)).extracting(Operation::what).containsExactly("added api", "deleted expiry");
	}

	@Test
	void theExpiryJobSkipsTheMembersOfADeletedSegment() {
		Memberships.insertUntil(this.jdbc, PAST, this.anna, this.segment);
		Memberships.deleteSegment(this.first.jdbc(), this.segment);
		assertThat(Memberships.expire(this.second.jdbc(), 10)).isZero();
		this.second.commit();
		this.first.commit();
		assertThat(operations(this.segment)).extracting(Operation::what).containsExactly("added api", "deleted expiry");
	}

	@Test
	void confirmingAListWaitsForTheDeletionAndIsRefused() {
		long list = Memberships.paste(this.jdbc, this.segment, this.anna);
		Memberships.deleteSegment(this.first.jdbc(), this.segment);
		assertRefusedAfterTheFirst(Refusals.NO_SUCH_SEGMENT, (client) -> {
			Memberships.confirm(client, list);
			return true;
		});
		assertThat(members(this.segment)).isEmpty();
	}

	@Test
	void theDeletionWaitsForAConfirmedList() {
		long list = Memberships.paste(this.jdbc, this.segment, this.anna);
		Memberships.confirm(this.first.jdbc(), list);
		assertTheDeletionWaits();
		assertThat(operations(this.segment)).extracting(Operation::what)
			.containsExactly("added import", "deleted segment_deleted");
	}

	@Test
	void theSecondOfTwoDeletionsFindsNothing() {
		Memberships.add(this.jdbc, this.anna, this.segment);
		Memberships.deleteSegment(this.first.jdbc(), this.segment);
		Integer again = afterTheFirst((client) -> Memberships.deleteSegment(client, this.segment));
		assertThat(again).isZero();
		assertThat(operations(this.segment)).hasSize(2);
	}

	private void assertTheDeletionWaits() {
		Integer deleted = afterTheFirst((client) -> Memberships.deleteSegment(client, this.segment));
		assertThat(deleted).isOne();
		assertThat(members(this.segment)).isEmpty();
	}

}
