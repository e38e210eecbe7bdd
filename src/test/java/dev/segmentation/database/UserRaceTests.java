package dev.segmentation.database;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests races between new or deleted users and additions to segments.
 */
@DatabaseTest
class UserRaceTests extends RaceTestBase {

	UserRaceTests(TestDatabase database) throws SQLException {
		super(database);
	}

	@BeforeEach
	void startWithoutUsers() {
		this.jdbc.sql("DELETE FROM users USING begin_act('page', 1, NULL)").update();
	}

	@Test
	void addingWaitsForTheDeletionOfTheUserAndIsRefused() {
		long user = user();
		long segment = segment();
		Memberships.deleteUser(this.first.jdbc(), user);
		assertRefusedAfterTheFirst(Refusals.NO_SUCH_USER, (client) -> Memberships.add(client, user, segment));
		assertThat(members(segment)).isEmpty();
	}

	@Test
	void theDeletionOfAUserWaitsForAnAddition() {
		long user = user();
		long segment = segment();
		Memberships.add(this.first.jdbc(), user, segment);
		assertTheDeletionWaits(user);
		assertThat(operations(segment)).extracting(Operation::what).containsExactly("added api", "deleted page");
	}

	/** Up to a hundred rows lock their users. More rows block all deletions of users. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 100, 101, 300 })
	void theDeletionOfAUserWaitsForABulk(int size) {
		usersFromTo(3_000_000, 3_000_000 + size - 1);
		long segment = segment();
		Memberships.insert(this.first.jdbc(), segment, 3_000_000, 3_000_000 + size - 1);
		assertTheDeletionWaits(3_000_000);
		assertThat(members(segment)).hasSize(size - 1);
		assertThat(operations(segment).getLast().users()).containsExactly(3_000_000L);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 100, 101, 300 })
	void aBulkWaitsForTheDeletionOfAUserAndIsRefused(int size) {
		usersFromTo(3_000_000, 3_000_000 + size - 1);
		long segment = segment();
		Memberships.deleteUser(this.first.jdbc(), 3_000_000);
		assertRefusedAfterTheFirst(Refusals.NO_SUCH_USER,
				(client) -> Memberships.insert(client, segment, 3_000_000, 3_000_000 + size - 1));
		assertThat(members(segment)).isEmpty();
	}

	@Test
	void aPercentageCountsCommittedUsers() {
		Sql.addUsers(this.jdbc, 10);
		Sql.addUser(this.first.jdbc());
		long before = Sql.addSegment(this.second.jdbc(), "BEFORE", "100");
		this.first.commit();
		this.second.commit();
		long after = Sql.addSegment(this.jdbc, "AFTER", "100");
		assertThat(members(before)).hasSize(10);
		assertThat(members(after)).hasSize(11);
	}

	@Test
	void signUpDoesNotWaitForAPercentage() {
		Sql.addUsers(this.jdbc, 10);
		long segment = Sql.addSegment(this.first.jdbc(), "PERCENTAGE", "100");
		long user = Sql.addUser(this.second.jdbc());
		this.second.commit();
		this.first.commit();
		assertThat(members(segment)).hasSize(10).doesNotContain(user);
	}

	@ParameterizedTest
	@ValueSource(ints = { 10, 300 })
	void aPercentageWaitsForTheDeletionOfAUserAndLeavesTheUserOut(int size) {
		usersFromTo(3_000_000, 3_000_000 + size - 1);
		Memberships.deleteUser(this.first.jdbc(), 3_000_000);
		CompletableFuture<Long> creating = this.second
			.startBlocked((client) -> Sql.addSegment(client, "WITHOUT THEM OF " + size, "100"));
		this.first.commit();
		long segment = creating.join();
		this.second.commit();
		assertThat(members(segment)).hasSize(size - 1).doesNotContain(3_000_000L);
	}

	@ParameterizedTest
	@ValueSource(ints = { 10, 300 })
	void theDeletionOfAUserWaitsForAPercentage(int size) {
		usersFromTo(3_000_000, 3_000_000 + size - 1);
		long segment = Sql.addSegment(this.first.jdbc(), "WITH THEM OF " + size, "100");
		assertTheDeletionWaits(3_000_000);
		assertThat(members(segment)).hasSize(size - 1).doesNotContain(3_000_000L);
	}

	/**
	 * The percentage blocks deletions of users, and the deletion has locked the user's
	 * row. They must not deadlock.
	 */
	@ParameterizedTest
	@ValueSource(ints = { 10, 300 })
	void aPercentageAndADeletionDoNotDeadlock(int size) {
		usersFromTo(3_000_000, 3_000_000 + size - 1);
		this.first.jdbc().sql("SELECT hold_users()::text").query(String.class).single();
		CompletableFuture<Integer> deleting = this.second
			.startBlocked((client) -> Memberships.deleteUser(client, 3_000_000));
		long segment = Sql.addSegment(this.first.jdbc(), "HALF WAY OF " + size, "100");
		this.first.commit();
		assertThat(deleting.join()).isOne();
		this.second.commit();
		assertThat(members(segment)).hasSize(size - 1).doesNotContain(3_000_000L);
	}

	/** The page adds one user, while an import of a large list runs. */
	@Test
	void addingOneUserDoesNotWaitForADeletionThatWaitsForABulk() {
		usersFromTo(3_000_000, 3_000_299);
		long segment = segment();
		Memberships.insert(this.first.jdbc(), segment, 3_000_000, 3_000_200);
		CompletableFuture<Integer> deleting = this.second
			.startBlocked((client) -> Memberships.deleteUser(client, 3_000_000));
		assertThat(Memberships.addUsers(this.third.jdbc(), segment, 3_000_250L).added()).isOne();
		this.third.commit();
		assertThat(Memberships.add(this.third.jdbc(), 3_000_251, segment)).hasSize(1);
		this.third.commit();
		assertThat(deleting).isNotDone();
		this.first.commit();
		assertThat(deleting.join()).isOne();
		this.second.commit();
		assertThat(members(segment)).doesNotContain(3_000_000L).contains(3_000_250L, 3_000_251L);
	}

	private void assertTheDeletionWaits(long user) {
		Integer deleted = afterTheFirst((client) -> Memberships.deleteUser(client, user));
		assertThat(deleted).isOne();
	}

}
