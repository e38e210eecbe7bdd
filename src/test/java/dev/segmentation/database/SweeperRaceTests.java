package dev.segmentation.database;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static dev.segmentation.database.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests races between two runs of the expiry job, and between the job and other changes.
 */
@DatabaseTest
class SweeperRaceTests extends RaceTestBase {

	SweeperRaceTests(TestDatabase database) throws SQLException {
		super(database);
	}

	@Test
	void twoExpiryJobsShareTheWork() {
		Memberships.insertUntil(this.jdbc, PAST, this.anna, this.segment, this.other);
		assertThat(Memberships.expire(this.first.jdbc(), 1)).isOne();
		assertThat(Memberships.expire(this.second.jdbc(), 10)).isOne();
		this.second.commit();
		this.first.commit();
		for (long segment : List.of(this.segment, this.other)) {
			assertThat(operations(segment)).extracting(Operation::what).containsExactly("added api", "deleted expiry");
			assertThat(operations(segment).getLast().date()).isEqualTo(PAST);
		}
	}

	@Test
	void theExpiryJobSkipsAManualRemoval() {
		Memberships.insertUntil(this.jdbc, PAST, this.anna, this.segment, this.other);
		this.first.jdbc().sql("DELETE FROM memberships WHERE segment_id = :id").param("id", this.segment).update();
		assertThat(Memberships.expire(this.second.jdbc(), 10)).isOne();
		this.second.commit();
		this.first.commit();
		assertThat(operations(this.segment)).extracting(Operation::what).containsExactly("added api", "deleted expiry");
		assertThat(operations(this.other)).extracting(Operation::what).containsExactly("added api", "deleted expiry");
	}

	@Test
	void theExpiryJobReturnsForALockedMembership() {
		Memberships.insertUntil(this.jdbc, PAST, this.anna, this.segment);
		Memberships.lock(this.first.jdbc(), this.anna, this.segment);
		this.second.jdbc().sql("SET LOCAL lock_timeout = '5s'").update();
		assertThat(Memberships.expire(this.second.jdbc(), 10)).isZero();
		this.second.commit();
		this.first.commit();
		assertThat(Memberships.expire(this.second.jdbc(), 10)).isOne();
		this.second.commit();
	}

	@Test
	void aManualRemovalDuringTheExpiryRemovesNothing() {
		Memberships.insertUntil(this.jdbc, PAST, this.anna, this.segment);
		assertThat(Memberships.expire(this.first.jdbc(), 10)).isOne();
		CompletableFuture<Integer> removing = this.second
			.startBlocked((client) -> client.sql("DELETE FROM memberships WHERE segment_id = :id")
				.param("id", this.segment)
				.update());
		assertRefused(Refusals.NOT_A_MEMBER, () -> Memberships.remove(this.third.jdbc(), this.anna, this.segment));
		this.first.commit();
		assertThat(removing.join()).isZero();
		this.second.commit();
		assertThat(operations(this.segment)).hasSize(2);
	}

	@Test
	void addingAgainWaitsForTheExpiryJob() {
		Memberships.insertUntil(this.jdbc, PAST, this.anna, this.segment);
		assertThat(Memberships.expire(this.first.jdbc(), 10)).isOne();
		List<Long> added = afterTheFirst((client) -> Memberships.add(client, this.anna, this.segment));
		assertThat(added).hasSize(1);
		assertThat(operations(this.segment)).extracting(Operation::what)
			.containsExactly("added api", "deleted expiry", "added api");
	}

	@Test
	void theExpiryJobSkipsANewAddition() {
		Memberships.insertUntil(this.jdbc, PAST, this.anna, this.segment);
		Memberships.add(this.first.jdbc(), this.anna, this.segment);
		assertThat(Memberships.expire(this.second.jdbc(), 10)).isZero();
		this.second.commit();
		this.first.commit();
		assertThat(operations(this.segment)).extracting(Operation::what)
			.containsExactly("added api", "deleted expiry", "added api");
	}

}
