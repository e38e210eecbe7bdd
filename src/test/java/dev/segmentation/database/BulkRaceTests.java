package dev.segmentation.database;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.segmentation.database.Memberships.AddedUsers;
import dev.segmentation.database.Memberships.ChangedEnds;
import dev.segmentation.database.Memberships.RemovedUsers;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static dev.segmentation.database.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests races between changes of many memberships of one segment and other changes.
 */
@DatabaseTest
class BulkRaceTests extends RaceTestBase {

	private static final Instant NEW_YEAR = Instant.parse("2033-12-31T23:59:59Z");

	BulkRaceTests(TestDatabase database) throws SQLException {
		super(database);
	}

	@Test
	void additionsWaitForTheDeletionOfTheSegmentAndAreRefused() {
		Memberships.deleteSegment(this.first.jdbc(), this.segment);
		assertRefusedAfterTheFirst(Refusals.NO_SUCH_SEGMENT,
				(client) -> Memberships.addUsers(client, this.segment, this.anna, this.boris));
		assertThat(members(this.segment)).isEmpty();
	}

	@Test
	void theDeletionOfTheSegmentWaitsForAdditionsAndRecordsTheRemovals() {
		Memberships.addUsers(this.first.jdbc(), this.segment, this.anna);
		Integer deleted = afterTheFirst((client) -> Memberships.deleteSegment(client, this.segment));
		assertThat(deleted).isOne();
		assertThat(operations(this.segment)).extracting(Operation::what)
			.containsExactly("added page", "deleted segment_deleted");
	}

	@Test
	void removalsWaitForTheDeletionOfTheSegmentAndAreRefused() {
		Memberships.addUsers(this.jdbc, this.segment, this.anna);
		Memberships.deleteSegment(this.first.jdbc(), this.segment);
		CompletableFuture<RemovedUsers> removing = this.second
			.startBlocked((client) -> Memberships.removeUsers(client, this.segment, this.anna));
		CompletableFuture<ChangedEnds> ending = this.third
			.startBlocked((client) -> Memberships.end(client, NEW_YEAR, this.segment, this.anna));
		this.first.commit();
		assertRefused(Refusals.NO_SUCH_SEGMENT, removing::join);
		assertRefused(Refusals.NO_SUCH_SEGMENT, ending::join);
		this.second.rollback();
		this.third.rollback();
	}

	@Test
	void addsOnceInTwoSimultaneousAdditions() {
		Memberships.addUsers(this.first.jdbc(), this.segment, this.anna);
		AddedUsers again = afterTheFirst((client) -> Memberships.addUsers(client, this.segment, this.anna, this.boris));
		assertThat(again).isEqualTo(new AddedUsers(1, 1, 0));
		assertThat(operations(this.segment)).flatExtracting(Operation::users).containsExactly(this.anna, this.boris);
	}

	@Test
	void additionsWaitForARemovalAndAreDatedAfterIt() {
		Memberships.addUsers(this.jdbc, this.segment, this.anna);
		Memberships.removeUsers(this.first.jdbc(), this.segment, this.anna);
		AddedUsers added = afterTheFirst((client) -> Memberships.addUsers(client, this.segment, this.anna));
		assertThat(added).isEqualTo(new AddedUsers(1, 0, 0));
		assertThat(operations(this.segment)).extracting(Operation::type).containsExactly("added", "deleted", "added");
	}

	@Test
	void additionsWhoseEndPassedWhileTheyWaitedAreRefused() {
		Memberships.addUsers(this.jdbc, this.segment, this.anna);
		Memberships.removeUsers(this.first.jdbc(), this.segment, this.anna);
		Instant end = now().plusMillis(300);
		CompletableFuture<AddedUsers> adding = this.second
			.startBlocked((client) -> Memberships.addUsersUntil(client, end, this.segment, this.anna));
		await().until(() -> now().isAfter(end));
		this.first.commit();
		assertRefused(Refusals.END_IN_PAST, adding::join);
		this.second.rollback();
		assertThat(operations(this.segment)).extracting(Operation::type).containsExactly("added", "deleted");
	}

	@Test
	void removalsWaitForASingleAddition() {
		Memberships.add(this.first.jdbc(), this.anna, this.segment);
		RemovedUsers removed = afterTheFirst(
				(client) -> Memberships.removeUsers(client, this.segment, this.boris, this.anna));
		assertThat(removed).isEqualTo(new RemovedUsers(1, 1));
		assertThat(operations(this.segment)).extracting(Operation::type).containsExactly("added", "deleted");
	}

	@Test
	void removesOnceInTwoSimultaneousRemovals() {
		Memberships.addUsers(this.jdbc, this.segment, this.anna, this.boris);
		Memberships.removeUsers(this.first.jdbc(), this.segment, this.boris, this.anna);
		RemovedUsers again = afterTheFirst(
				(client) -> Memberships.removeUsers(client, this.segment, this.anna, this.boris));
		assertThat(again).isEqualTo(new RemovedUsers(0, 2));
	}

	@Test
	void anEndIsNotChangedAfterARemoval() {
		Memberships.addUsers(this.jdbc, this.segment, this.anna, this.boris);
		Memberships.removeUsers(this.first.jdbc(), this.segment, this.anna);
		ChangedEnds ended = afterTheFirst(
				(client) -> Memberships.end(client, NEW_YEAR, this.segment, this.anna, this.boris));
		assertThat(ended).isEqualTo(new ChangedEnds(1, 0, 1));
		assertThat(members(this.segment)).containsExactly(this.boris);
	}

	@Test
	void anEndThatPassedWhileItWaitedIsNotChanged() {
		Instant end = now().plusMillis(300);
		Memberships.addUsersUntil(this.jdbc, end, this.segment, this.anna);
		Memberships.end(this.first.jdbc(), end, this.segment, this.anna);
		CompletableFuture<ChangedEnds> extending = this.second
			.startBlocked((client) -> Memberships.extend(client, "P1D", this.segment, this.anna));
		await().until(() -> now().isAfter(end));
		this.first.commit();
		assertThat(extending.join()).isEqualTo(new ChangedEnds(0, 0, 1));
		this.second.commit();
		assertThat(Memberships.expire(this.jdbc, 10)).isOne();
		assertThat(operations(this.segment).getLast().date()).isEqualTo(end);
	}

	@Test
	void twoExtensionsAddUp() {
		Memberships.addUsersUntil(this.jdbc, NEW_YEAR, this.segment, this.anna);
		Memberships.extend(this.first.jdbc(), "P1D", this.segment, this.anna);
		ChangedEnds extended = afterTheFirst((client) -> Memberships.extend(client, "P1D", this.segment, this.anna));
		assertThat(extended).isEqualTo(new ChangedEnds(1, 0, 0));
		assertThat(
				this.jdbc.sql("SELECT count(*) FROM memberships WHERE expires_at = timestamptz '2034-01-02T23:59:59Z'")
					.query(Long.class)
					.single())
			.isOne();
	}

	@Test
	void theExpiryJobSkipsAnExtensionAndReturnsForIt() {
		Memberships.insertUntil(this.jdbc, PAST, this.anna, this.segment);
		assertThat(Memberships.extend(this.first.jdbc(), "P1D", this.segment, this.anna))
			.isEqualTo(new ChangedEnds(0, 0, 1));
		assertThat(Memberships.expire(this.second.jdbc(), 10)).isZero();
		this.second.commit();
		this.first.commit();
		assertThat(Memberships.expire(this.second.jdbc(), 10)).isOne();
		this.second.commit();
		assertThat(operations(this.segment).getLast().date()).isEqualTo(PAST);
	}

	@Test
	void extendingWaitsForTheExpiryJobAndFindsNobody() {
		Memberships.insertUntil(this.jdbc, PAST, this.anna, this.segment);
		assertThat(Memberships.expire(this.first.jdbc(), 10)).isOne();
		ChangedEnds extended = afterTheFirst((client) -> Memberships.extend(client, "P1D", this.segment, this.anna));
		assertThat(extended).isEqualTo(new ChangedEnds(0, 0, 1));
	}

	@Test
	void additionsWaitForTheDeletionOfAUser() {
		Memberships.deleteUser(this.first.jdbc(), this.anna);
		AddedUsers added = afterTheFirst((client) -> Memberships.addUsers(client, this.segment, this.anna, this.boris));
		assertThat(added).isEqualTo(new AddedUsers(1, 0, 1));
		assertThat(members(this.segment)).isEqualTo(List.of(this.boris));
	}

}
