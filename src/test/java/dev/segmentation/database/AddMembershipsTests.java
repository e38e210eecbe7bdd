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

	private static final long NOBODY = Long.MAX_VALUE;

	private static final Long NOWHERE = Long.MAX_VALUE;

	private final long user;

	private final long one;

	private final long other;

	AddMembershipsTests(TestDatabase database) {
		super(database);
		this.user = user();
		this.one = segment();
		this.other = segment();
	}

	@Test
	void returnsTheOperationsInTheRequestedOrder() {
		long last = segment();
		List<Long> ids = Memberships.add(this.jdbc, this.user, last, this.one, this.other);
		assertThat(ids).containsExactly(operations(last).getFirst().id(), operations(this.one).getFirst().id(),
				operations(this.other).getFirst().id());
		assertThat(operations(last)).extracting(Operation::what).containsExactly("added api");
		assertThat(operations(last)).extracting(Operation::account).containsExactly(Memberships.ACCOUNT);
		assertThat(operations(last).getFirst().act()).isEqualTo(operations(this.one).getFirst().act());
		assertThat(this.jdbc.sql("SELECT expires_at FROM memberships WHERE user_id = :user AND expires_at IS NULL")
			.param("user", this.user)
			.query()
			.listOfRows()).hasSize(3);
	}

	@Test
	void countsATimeToLiveByTheClockOfTheDatabase() {
		Instant before = now();
		Memberships.addFor(this.jdbc, "PT1H", this.user, this.one);
		assertThat(expiry(this.one)).isBetween(before.plusSeconds(3600), now().plusSeconds(3600));
	}

	@Test
	void endsExactlyAtTheRequestedInstant() {
		Instant end = Instant.parse("2033-12-31T23:59:59.999999Z");
		Memberships.addUntil(this.jdbc, end, this.user, this.one);
		assertThat(expiry(this.one)).isEqualTo(end);
	}

	@Test
	void refusesAnUnknownUserBeforeAnythingElse() {
		assertRefused(Refusals.NO_SUCH_USER, () -> Memberships.add(this.jdbc, NOBODY, NOWHERE, this.one, this.one));
	}

	@Test
	void refusesAnUnknownSegmentBeforeAnExistingMembership() {
		Memberships.add(this.jdbc, this.user, this.one);
		assertRefused(Refusals.NO_SUCH_SEGMENT,
				() -> Memberships.add(this.jdbc, this.user, this.one, NOWHERE, this.other, this.other));
		assertThat(members(this.other)).isEmpty();
	}

	@Test
	void refusesAnUnknownName() {
		assertRefused(Refusals.NO_SUCH_SEGMENT,
				() -> this.jdbc
					.sql("SELECT add_memberships(:user, ARRAY[:segment, NULL]::bigint[], NULL, NULL, 'api', NULL)")
					.params(Map.of("user", this.user, "segment", this.one))
					.query()
					.singleRow());
		assertThat(members(this.one)).isEmpty();
	}

	@Test
	void refusesAllWhenTheUserIsInOneSegment() {
		Memberships.add(this.jdbc, this.user, this.other);
		assertRefused(Refusals.ALREADY_A_MEMBER, () -> Memberships.add(this.jdbc, this.user, this.one, this.other));
		assertThat(members(this.one)).isEmpty();
		assertThat(operations(this.one)).isEmpty();
		assertThat(operations(this.other)).hasSize(1);
	}

	@Test
	void refusesASegmentNamedTwice() {
		assertRefused(Refusals.ALREADY_A_MEMBER,
				() -> Memberships.add(this.jdbc, this.user, this.one, this.other, this.one));
		assertThat(members(this.one)).isEmpty();
		assertThat(members(this.other)).isEmpty();
	}

	@Test
	void recordsAnExpiryBeforeItAddsAgain() {
		Instant end = Instant.parse("2026-10-31T08:15:30.000001Z");
		Memberships.insertUntil(this.jdbc, end, this.user, this.one);
		List<Long> ids = Memberships.add(this.jdbc, this.user, this.other, this.one);
		List<Operation> history = operations(this.one);
		assertThat(history).extracting(Operation::what).containsExactly("added api", "deleted expiry", "added api");
		assertThat(history.get(1).date()).isEqualTo(end);
		assertThat(history.get(2).date()).isAfter(end);
		assertThat(ids).containsExactly(operations(this.other).getFirst().id(), history.get(2).id());
		assertThat(members(this.one)).containsExactly(this.user);
	}

	@Test
	void keepsExpiredMembershipsWhenItRefuses() {
		Memberships.insertUntil(this.jdbc, Instant.parse("2026-10-31T08:15:30Z"), this.user, this.one);
		Memberships.add(this.jdbc, this.user, this.other);
		assertRefused(Refusals.ALREADY_A_MEMBER, () -> Memberships.add(this.jdbc, this.user, this.one, this.other));
		assertThat(members(this.one)).containsExactly(this.user);
		assertThat(operations(this.one)).hasSize(1);
	}

	@Test
	void recordsAVeryShortTimeToLive() {
		List<Long> ids = Memberships.addFor(this.jdbc, "PT0.000001S", this.user, this.one);
		assertThat(ids).containsExactly(operations(this.one).getFirst().id());
		assertThat(operations(this.one).getFirst().date()).isBeforeOrEqualTo(expiry(this.one));
	}

	@Test
	void refusesAnEndInThePast() {
		assertRefused(Refusals.END_IN_PAST,
				() -> Memberships.addUntil(this.jdbc, now().minusMillis(1), this.user, this.one));
		assertThat(members(this.one)).isEmpty();
	}

	private Instant expiry(long segment) {
		return this.jdbc.sql("SELECT expires_at FROM memberships WHERE segment_id = :segment")
			.param("segment", segment)
			.query(OffsetDateTime.class)
			.single()
			.toInstant();
	}

}
