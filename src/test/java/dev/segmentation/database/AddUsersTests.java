package dev.segmentation.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import dev.segmentation.database.Memberships.AddedUsers;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static dev.segmentation.database.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the function that adds many users to one segment.
 */
@DatabaseTest
class AddUsersTests extends RoutineTestBase {

	private static final Instant PAST = Instant.parse("2026-10-31T08:15:30.000001Z");

	AddUsersTests(TestDatabase database) {
		super(database);
	}

	@Test
	void addsAllInOneAct() {
		assertThat(Memberships.addUsers(this.jdbc, this.segment, this.boris, this.anna))
			.isEqualTo(new AddedUsers(2, 0, 0));
		assertThat(members(this.segment)).containsExactly(this.anna, this.boris);
		assertThat(operations(this.segment)).extracting(Operation::what).containsOnly("added page");
		assertThat(operations(this.segment)).extracting(Operation::account).containsOnly(Memberships.ACCOUNT);
		assertThat(operations(this.segment)).extracting(Operation::act).containsOnly(act(this.segment));
		assertThat(ends()).containsExactly(Optional.empty(), Optional.empty());
	}

	@Test
	void countsMembersAndUnknownUsersOnce() {
		Memberships.addFor(this.jdbc, "PT1H", this.anna, this.segment);
		Optional<Instant> end = ends().getFirst();
		assertThat(
				Memberships.addUsers(this.jdbc, this.segment, UNKNOWN, this.anna, this.boris, UNKNOWN - 1, this.boris))
			.isEqualTo(new AddedUsers(1, 1, 2));
		assertThat(ends()).containsExactly(end, Optional.empty());
	}

	@Test
	void writesNoActWhenItAddsNobody() {
		assertNoAct(() -> {
			assertThat(Memberships.addUsers(this.jdbc, this.segment, UNKNOWN)).isEqualTo(new AddedUsers(0, 0, 1));
			assertThat(Memberships.addUsers(this.jdbc, this.segment)).isEqualTo(new AddedUsers(0, 0, 0));
		});
	}

	@Test
	void setsTheSameEndForAll() {
		Instant before = now();
		Memberships.addUsersFor(this.jdbc, "PT1H", this.segment, this.anna, this.boris);
		assertThat(ends()).hasSize(2).containsOnly(ends().getFirst());
		assertThat(ends().getFirst().orElseThrow()).isBetween(before.plusSeconds(3600), now().plusSeconds(3600));
	}

	@Test
	void endsExactlyAtTheRequestedInstant() {
		Instant end = Instant.parse("2033-12-31T23:59:59.999999Z");
		Memberships.addUsersUntil(this.jdbc, end, this.segment, this.anna);
		assertThat(ends()).containsExactly(Optional.of(end));
	}

	@Test
	void refusesAnEndInThePast() {
		assertRefused(Refusals.END_IN_PAST,
				() -> Memberships.addUsersUntil(this.jdbc, now().minusMillis(1), this.segment, this.anna));
		assertThat(members(this.segment)).isEmpty();
	}

	@Test
	void refusesAnEndThatPassesWhileItAdds() {
		assertRefused(Refusals.END_IN_PAST,
				() -> Memberships.addUsersFor(this.jdbc, "PT0.000001S", this.segment, this.anna));
		assertThat(members(this.segment)).isEmpty();
		assertThat(operations(this.segment)).isEmpty();
	}

	@Test
	void refusesAnUnknownSegment() {
		assertRefused(Refusals.NO_SUCH_SEGMENT, () -> Memberships.addUsers(this.jdbc, UNKNOWN, this.anna));
	}

	@Test
	void recordsAnExpiryBeforeItAddsAgain() {
		Memberships.insertUntil(this.jdbc, PAST, this.anna, this.segment);
		assertThat(Memberships.addUsers(this.jdbc, this.segment, this.anna)).isEqualTo(new AddedUsers(1, 0, 0));
		List<Operation> history = operations(this.segment);
		assertThat(history).extracting(Operation::what).containsExactly("added api", "deleted expiry", "added page");
		assertThat(history.get(1).date()).isEqualTo(PAST);
		assertThat(history.get(2).date()).isAfter(PAST);
	}

	@Test
	void keepsExpiredMembershipsOfOtherUsersAndSegments() {
		Memberships.insertUntil(this.jdbc, PAST, this.anna, this.other);
		Memberships.insertUntil(this.jdbc, PAST, this.boris, this.segment);
		Memberships.addUsers(this.jdbc, this.segment, this.anna);
		assertThat(members(this.other)).containsExactly(this.anna);
		assertThat(members(this.segment)).containsExactly(this.anna, this.boris);
	}

	@Test
	void addsAHundredThousandUsers() {
		usersFromTo(3_000_000, 3_099_999);
		Long[] users = LongStream.rangeClosed(3_000_000, 3_099_999).boxed().toList().reversed().toArray(Long[]::new);
		Memberships.insert(this.jdbc, this.segment, 3_000_000, 3_000_099);
		assertThat(Memberships.addUsers(this.jdbc, this.segment, users)).isEqualTo(new AddedUsers(99_900, 100, 0));
		assertThat(operations(this.segment).stream().mapToLong((operation) -> operation.users().size()).sum())
			.isEqualTo(100_000);
	}

	private long act(long segment) {
		return operations(segment).getFirst().act();
	}

	private List<Optional<Instant>> ends() {
		return this.jdbc.sql("SELECT expires_at FROM memberships WHERE segment_id = :segment ORDER BY user_id")
			.param("segment", this.segment)
			.query((row, number) -> instant(row.getObject(1, OffsetDateTime.class)))
			.list();
	}

}
