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
 * Tests races between two runs of the expiry job, and between the job and other changes.
 */
@DatabaseTest
class SweeperRaceTests extends RaceTestBase {

	private static final Instant PAST = Instant.parse("2026-05-05T05:05:05.000005Z");

	private final long user;

	private final long one;

	private final long other;

	SweeperRaceTests(TestDatabase database) throws SQLException {
		super(database);
		this.user = user();
		this.one = segment();
		this.other = segment();
	}

	@BeforeEach
	void sweepWhatOthersLeft() {
		Memberships.expire(this.jdbc, 1000);
	}

	@Test
	void twoExpiryJobsShareTheWork() {
		Memberships.insertUntil(this.jdbc, PAST, this.user, this.one, this.other);
		assertThat(Memberships.expire(this.first.jdbc(), 1)).isOne();
		assertThat(Memberships.expire(this.second.jdbc(), 10)).isOne();
		this.second.commit();
		this.first.commit();
		for (long segment : List.of(this.one, this.other)) {
			assertThat(operations(segment)).extracting(Operation::what).containsExactly("added api", "deleted expiry");
			assertThat(operations(segment).getLast().date()).isEqualTo(PAST);
		}
	}

	@Test
	void theExpiryJobSkipsAManualRemoval() {
		Memberships.insertUntil(this.jdbc, PAST, this.user, this.one, this.other);
		this.first.jdbc().sql("DELETE FROM memberships WHERE segment_id = :id").param("id", this.one).update();
		assertThat(Memberships.expire(this.second.jdbc(), 10)).isOne();
		this.second.commit();
		this.first.commit();
		assertThat(operations(this.one)).extracting(Operation::what).containsExactly("added api", "deleted expiry");
		assertThat(operations(this.other)).extracting(Operation::what).containsExactly("added api", "deleted expiry");
	}

	@Test
	void theExpiryJobReturnsForALockedMembership() {
		Memberships.insertUntil(this.jdbc, PAST, this.user, this.one);
		lock(this.first, this.one);
		this.second.jdbc().sql("SET LOCAL lock_timeout = '5s'").update();
		assertThat(Memberships.expire(this.second.jdbc(), 10)).isZero();
		this.second.commit();
		this.first.commit();
		assertThat(Memberships.expire(this.second.jdbc(), 10)).isOne();
		this.second.commit();
	}

	@Test
	void aManualRemovalDuringTheExpiryRemovesNothing() {
		Memberships.insertUntil(this.jdbc, PAST, this.user, this.one);
		assertThat(Memberships.expire(this.first.jdbc(), 10)).isOne();
		CompletableFuture<Integer> removing = this.second.startBlocked((
				client) -> client.sql("DELETE FROM memberships WHERE segment_id = :id").param("id", this.one).update());
		assertRefused(Refusals.NOT_A_MEMBER, () -> Memberships.remove(this.third.jdbc(), this.user, this.one));
		this.first.commit();
		assertThat(removing.join()).isZero();
		this.second.commit();
		assertThat(operations(this.one)).hasSize(2);
	}

	@Test
	void addingAgainWaitsForTheExpiryJob() {
		Memberships.insertUntil(this.jdbc, PAST, this.user, this.one);
		assertThat(Memberships.expire(this.first.jdbc(), 10)).isOne();
		CompletableFuture<List<Long>> adding = this.second
			.startBlocked((client) -> Memberships.add(client, this.user, this.one));
		this.first.commit();
		assertThat(adding.join()).hasSize(1);
		this.second.commit();
		assertThat(operations(this.one)).extracting(Operation::what)
			.containsExactly("added api", "deleted expiry", "added api");
	}

	@Test
	void theExpiryJobSkipsANewAddition() {
		Memberships.insertUntil(this.jdbc, PAST, this.user, this.one);
		Memberships.add(this.first.jdbc(), this.user, this.one);
		assertThat(Memberships.expire(this.second.jdbc(), 10)).isZero();
		this.second.commit();
		this.first.commit();
		assertThat(operations(this.one)).extracting(Operation::what)
			.containsExactly("added api", "deleted expiry", "added api");
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
