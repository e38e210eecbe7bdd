package dev.segmentation.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static dev.segmentation.database.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the function that adds a user to segments.
 */
@DatabaseTest
class AddMembershipsTests extends RoutineTestBase {

	AddMembershipsTests(TestDatabase database) {
		super(database);
	}

	@Test
	void returnsTheOperationsInTheRequestedOrder() {
		long last = segment();
		List<Long> ids = Memberships.add(this.jdbc, this.anna, last, this.segment, this.other);
		assertThat(ids).containsExactly(operations(last).getFirst().id(), operations(this.segment).getFirst().id(),
				operations(this.other).getFirst().id());
		assertThat(operations(last)).extracting(Operation::what).containsExactly("added api");
		assertThat(operations(last)).extracting(Operation::account).containsExactly(Memberships.ACCOUNT);
		assertThat(operations(last).getFirst().act()).isEqualTo(operations(this.segment).getFirst().act());
		assertThat(this.jdbc.sql("SELECT expires_at FROM memberships WHERE user_id = :user AND expires_at IS NULL")
			.param("user", this.anna)
			.query()
			.listOfRows()).hasSize(3);
	}

	@Test
	void countsATimeToLiveByTheClockOfTheDatabase() {
		Instant before = now();
		Memberships.addFor(this.jdbc, "PT1H", this.anna, this.segment);
		assertThat(expiry(this.segment)).isBetween(before.plusSeconds(3600), now().plusSeconds(3600));
	}

	@Test
	void endsExactlyAtTheRequestedInstant() {
		Instant end = Instant.parse("2033-12-31T23:59:59.999999Z");
		Memberships.addUntil(this.jdbc, end, this.anna, this.segment);
		assertThat(expiry(this.segment)).isEqualTo(end);
	}

	@Test
	void refusesAnUnknownUserBeforeAnythingElse() {
		assertRefused(Refusals.NO_SUCH_USER,
				() -> Memberships.add(this.jdbc, UNKNOWN, UNKNOWN, this.segment, this.segment));
	}

	@Test
	void refusesAnUnknownSegmentBeforeAnExistingMembership() {
		Memberships.add(this.jdbc, this.anna, this.segment);
		assertRefused(Refusals.NO_SUCH_SEGMENT,
				() -> Memberships.add(this.jdbc, this.anna, this.segment, UNKNOWN, this.other, this.other));
		assertThat(members(this.other)).isEmpty();
	}

	@Test
	void refusesAnUnknownName() {
		assertRefused(Refusals.NO_SUCH_SEGMENT,
				() -> this.jdbc
					.sql("SELECT add_memberships(:user, ARRAY[:segment, NULL]::bigint[], NULL, NULL, 'api', NULL)")
					.params(Map.of("user", this.anna, "segment", this.segment))
					.query()
					.singleRow());
		assertThat(members(this.segment)).isEmpty();
	}

	@Test
	void refusesAllWhenTheUserIsInOneSegment() {
		Memberships.add(this.jdbc, this.anna, this.other);
		assertRefused(Refusals.ALREADY_A_MEMBER, () -> Memberships.add(this.jdbc, this.anna, this.segment, this.other));
		assertThat(members(this.segment)).isEmpty();
		assertThat(operations(this.segment)).isEmpty();
		assertThat(operations(this.other)).hasSize(1);
	}

	@Test
	void refusesASegmentNamedTwice() {
		assertRefused(Refusals.ALREADY_A_MEMBER,
				() -> Memberships.add(this.jdbc, this.anna, this.segment, this.other, this.segment));
		assertThat(members(this.segment)).isEmpty();
		assertThat(members(this.other)).isEmpty();
	}

	@Test
	void recordsAnExpiryBeforeItAddsAgain() {
		Instant end = Instant.parse("2026-10-31T08:15:30.000001Z");
		Memberships.insertUntil(this.jdbc, end, this.anna, this.segment);
		List<Long> ids = Memberships.add(this.jdbc, this.anna, this.other, this.segment);
		List<Operation> history = operations(this.segment);
		assertThat(history).extracting(Operation::what).containsExactly("added api", "deleted expiry", "added api");
		assertThat(history.get(1).date()).isEqualTo(end);
		assertThat(history.get(2).date()).isAfter(end);
		assertThat(ids).containsExactly(operations(this.other).getFirst().id(), history.get(2).id());
		assertThat(members(this.segment)).containsExactly(this.anna);
	}

	@Test
	void keepsExpiredMembershipsWhenItRefuses() {
		Memberships.insertUntil(this.jdbc, Instant.parse("2026-10-31T08:15:30Z"), this.anna, this.segment);
		Memberships.add(this.jdbc, this.anna, this.other);
		assertRefused(Refusals.ALREADY_A_MEMBER, () -> Memberships.add(this.jdbc, this.anna, this.segment, this.other));
		assertThat(members(this.segment)).containsExactly(this.anna);
		assertThat(operations(this.segment)).hasSize(1);
	}

	@Test
	void recordsAVeryShortTimeToLive() {
		List<Long> ids = Memberships.addFor(this.jdbc, "PT0.000001S", this.anna, this.segment);
		assertThat(ids).containsExactly(operations(this.segment).getFirst().id());
		assertThat(operations(this.segment).getFirst().date()).isBeforeOrEqualTo(expiry(this.segment));
	}

	@Test
	void refusesAnEndInThePast() {
		assertRefused(Refusals.END_IN_PAST,
				() -> Memberships.addUntil(this.jdbc, now().minusMillis(1), this.anna, this.segment));
		assertThat(members(this.segment)).isEmpty();
	}

	private Instant expiry(long segment) {
		return this.jdbc.sql("SELECT expires_at FROM memberships WHERE segment_id = :segment")
			.param("segment", segment)
			.query(OffsetDateTime.class)
			.single()
			.toInstant();
	}

}
