package dev.segmentation.database;

import java.time.Instant;
import java.util.List;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
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

	@Test
	void recordsTheExactInstantOfEachExpiry() {
		Memberships.insertUntil(this.jdbc, PAST, this.anna, this.segment);
		Memberships.insertUntil(this.jdbc, PAST.plusNanos(1000), this.anna, this.other);
		assertThat(Memberships.expire(this.jdbc, 100)).isEqualTo(2);
		assertThat(operations(this.segment).getLast().what()).isEqualTo("deleted expiry");
		assertThat(operations(this.segment).getLast().date()).isEqualTo(PAST);
		assertThat(operations(this.other).getLast().date()).isEqualTo(PAST.plusNanos(1000));
		assertThat(operations(this.other).getLast().act()).isEqualTo(operations(this.segment).getLast().act());
	}

	@Test
	void removesTheOldestFirstUpToTheLimit() {
		List<Long> segments = List.of(segment(), segment(), segment());
		Memberships.insertUntil(this.jdbc, PAST.plusSeconds(2), this.anna, segments.get(0));
		Memberships.insertUntil(this.jdbc, PAST, this.anna, segments.get(1));
		Memberships.insertUntil(this.jdbc, PAST.plusSeconds(1), this.anna, segments.get(2));
		assertThat(Memberships.expire(this.jdbc, 2)).isEqualTo(2);
		assertThat(members(segments.get(0))).containsExactly(this.anna);
		assertThat(members(segments.get(1))).isEmpty();
		assertThat(members(segments.get(2))).isEmpty();
		assertThat(Memberships.expire(this.jdbc, 2)).isOne();
		assertThat(Memberships.expire(this.jdbc, 2)).isZero();
	}

	@Test
	void keepsMembershipsThatHaveNotExpired() {
		long timed = segment();
		long untimed = segment();
		Memberships.addFor(this.jdbc, "PT1H", this.anna, timed);
		Memberships.add(this.jdbc, this.anna, untimed);
		long acts = count("acts");
		assertThat(Memberships.expire(this.jdbc, 100)).isZero();
		assertThat(members(timed)).containsExactly(this.anna);
		assertThat(members(untimed)).containsExactly(this.anna);
		assertThat(count("acts")).isEqualTo(acts);
	}

	@Test
	void keepsMembershipsThatWereAddedAgainWithoutAnEnd() {
		Memberships.addFor(this.jdbc, "PT1H", this.anna, this.segment);
		Memberships.remove(this.jdbc, this.anna, this.segment);
		Memberships.add(this.jdbc, this.anna, this.segment);
		endWhatHasAnEnd(this.anna);
		assertThat(Memberships.expire(this.jdbc, 100)).isZero();
		assertThat(members(this.segment)).containsExactly(this.anna);
	}

	@Test
	void removesTheOthersOfABatchWhenOneWasRemoved() {
		long removed = segment();
		long kept = segment();
		Memberships.addFor(this.jdbc, "PT1H", this.anna, removed, kept);
		Memberships.remove(this.jdbc, this.anna, removed);
		endWhatHasAnEnd(this.anna);
		assertThat(Memberships.expire(this.jdbc, 100)).isOne();
		assertThat(operations(removed)).extracting(Operation::what).containsExactly("added api", "deleted api");
		assertThat(operations(kept)).extracting(Operation::what).containsExactly("added api", "deleted expiry");
	}

	@Test
	void removesAHundredThousandOfTheSameSecondInBatches() {
		usersFromTo(1_000_000, 1_099_999);
		this.jdbc.sql("""
				INSERT INTO memberships (user_id, segment_id, expires_at)
				SELECT n, :segment, timestamptz '2026-06-30T23:59:59Z' + n % 1000 * interval '1 ms'
				FROM begin_act('import', 1, NULL), generate_series(1000000, 1099999) AS n
				""").param("segment", this.segment).update();
		for (int batch = 0; batch < 10; batch++) {
			assertThat(Memberships.expire(this.jdbc, 10_000)).isEqualTo(10_000);
		}
		assertThat(Memberships.expire(this.jdbc, 10_000)).isZero();
		assertThat(members(this.segment)).isEmpty();
		assertThat(this.jdbc.sql("""
				SELECT count(*) FROM operations, unnest(user_ids) AS n
				WHERE segment_id = :segment AND type = 'deleted'
				AND date = timestamptz '2026-06-30T23:59:59Z' + n % 1000 * interval '1 ms'
				""").param("segment", this.segment).query(Long.class).single()).isEqualTo(100_000);
	}

	/**
	 * Makes memberships expire without waiting.
	 */
	private void endWhatHasAnEnd(long user) {
		this.jdbc.sql("""
				SET segmentation.expiry_changes = 'on';
				UPDATE memberships SET expires_at = clock_timestamp() FROM begin_act('api', NULL, NULL)
				WHERE user_id = :user AND expires_at IS NOT NULL
				""").param("user", user).update();
	}

}
