package dev.segmentation.database;

import java.time.Instant;
import java.util.List;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the function that removes expired memberships.
 */
@DatabaseTest
class ExpireMembershipsTests extends RoutineTestBase {

	private static final Instant PAST = Instant.parse("2026-07-01T00:00:00.000001Z");

	ExpireMembershipsTests(TestDatabase database) {
		super(database);
	}

	@BeforeEach
	void sweepWhatOthersLeft() {
		Memberships.expire(this.jdbc, 1000);
	}

	@Test
	void recordsTheExactInstantOfEachExpiry() {
		long user = user();
		long one = segment();
		long other = segment();
		Memberships.insertUntil(this.jdbc, PAST, user, one);
		Memberships.insertUntil(this.jdbc, PAST.plusNanos(1000), user, other);
		assertThat(Memberships.expire(this.jdbc, 100)).isEqualTo(2);
		assertThat(operations(one).getLast().what()).isEqualTo("deleted expiry");
		assertThat(operations(one).getLast().date()).isEqualTo(PAST);
		assertThat(operations(other).getLast().date()).isEqualTo(PAST.plusNanos(1000));
		assertThat(operations(other).getLast().act()).isEqualTo(operations(one).getLast().act());
	}

	@Test
	void removesTheOldestFirstUpToTheLimit() {
		long user = user();
		List<Long> segments = List.of(segment(), segment(), segment());
		Memberships.insertUntil(this.jdbc, PAST.plusSeconds(2), user, segments.get(0));
		Memberships.insertUntil(this.jdbc, PAST, user, segments.get(1));
		Memberships.insertUntil(this.jdbc, PAST.plusSeconds(1), user, segments.get(2));
		assertThat(Memberships.expire(this.jdbc, 2)).isEqualTo(2);
		assertThat(members(segments.get(0))).containsExactly(user);
		assertThat(members(segments.get(1))).isEmpty();
		assertThat(members(segments.get(2))).isEmpty();
		assertThat(Memberships.expire(this.jdbc, 2)).isOne();
		assertThat(Memberships.expire(this.jdbc, 2)).isZero();
	}

	@Test
	void keepsMembershipsThatHaveNotExpired() {
		long user = user();
		long timed = segment();
		long untimed = segment();
		Memberships.addFor(this.jdbc, "PT1H", user, timed);
		Memberships.add(this.jdbc, user, untimed);
		long acts = count("acts");
		assertThat(Memberships.expire(this.jdbc, 100)).isZero();
		assertThat(members(timed)).containsExactly(user);
		assertThat(members(untimed)).containsExactly(user);
		assertThat(count("acts")).isEqualTo(acts);
	}

	@Test
	void keepsMembershipsThatWereAddedAgainWithoutAnEnd() {
		long user = user();
		long segment = segment();
		Memberships.addFor(this.jdbc, "PT1H", user, segment);
		Memberships.remove(this.jdbc, user, segment);
		Memberships.add(this.jdbc, user, segment);
		endWhatHasAnEnd(user);
		assertThat(Memberships.expire(this.jdbc, 100)).isZero();
		assertThat(members(segment)).containsExactly(user);
	}

	@Test
	void removesTheOthersOfABatchWhenOneWasRemoved() {
		long user = user();
		long removed = segment();
		long kept = segment();
		Memberships.addFor(this.jdbc, "PT1H", user, removed, kept);
		Memberships.remove(this.jdbc, user, removed);
		endWhatHasAnEnd(user);
		assertThat(Memberships.expire(this.jdbc, 100)).isOne();
		assertThat(operations(removed)).extracting(Operation::what).containsExactly("added api", "deleted api");
		assertThat(operations(kept)).extracting(Operation::what).containsExactly("added api", "deleted expiry");
	}

	@Test
	void removesAHundredThousandOfTheSameSecondInBatches() {
		long segment = segment();
		usersFromTo(1_000_000, 1_099_999);
		this.jdbc.sql("""
				INSERT INTO memberships (user_id, segment_id, expires_at)
				SELECT n, :segment, timestamptz '2026-06-30T23:59:59Z' + n % 1000 * interval '1 ms'
				FROM begin_act('import', 1, NULL), generate_series(1000000, 1099999) AS n
				""").param("segment", segment).update();
		for (int batch = 0; batch < 10; batch++) {
			assertThat(Memberships.expire(this.jdbc, 10_000)).isEqualTo(10_000);
		}
		assertThat(Memberships.expire(this.jdbc, 10_000)).isZero();
		assertThat(members(segment)).isEmpty();
		assertThat(this.jdbc.sql("""
				SELECT count(*) FROM operations, unnest(user_ids) AS n
				WHERE segment_id = :segment AND type = 'deleted'
				AND date = timestamptz '2026-06-30T23:59:59Z' + n % 1000 * interval '1 ms'
				""").param("segment", segment).query(Long.class).single()).isEqualTo(100_000);
	}

	/**
	 * Makes memberships expire without waiting.
	 */
	private void endWhatHasAnEnd(long user) {
		this.jdbc.sql("""
				SET segmentation.expiry_changes = 'on';
				UPDATE memberships SET expires_at = clock_timestamp() WHERE user_id = :user AND expires_at IS NOT NULL
				""").param("user", user).update();
	}

}
