package dev.segmentation.database;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

import dev.segmentation.database.Memberships.ChangedEnds;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.segmentation.database.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests the function that changes the end of memberships.
 */
@DatabaseTest
class ChangeExpiryTests extends RoutineTestBase {

	private static final Instant NEW_YEAR = Instant.parse("2033-12-31T23:59:59.999999Z");

	ChangeExpiryTests(TestDatabase database) {
		super(database);
	}

	@Test
	void setsAnEndWithOrWithoutAnEarlierOne() {
		Memberships.addUsers(this.jdbc, this.segment, this.anna);
		Memberships.addUsersFor(this.jdbc, "PT1H", this.segment, this.boris);
		assertThat(Memberships.end(this.jdbc, NEW_YEAR, this.segment, this.anna, this.boris))
			.isEqualTo(new ChangedEnds(2, 0, 0));
		assertThat(end(this.anna)).contains(NEW_YEAR);
		assertThat(end(this.boris)).contains(NEW_YEAR);
	}

	@Test
	void extendsFromThePresentEnd() {
		Memberships.addUsersUntil(this.jdbc, NEW_YEAR, this.segment, this.anna);
		assertThat(Memberships.extend(this.jdbc, "P1DT12H", this.segment, this.anna))
			.isEqualTo(new ChangedEnds(1, 0, 0));
		assertThat(end(this.anna)).contains(NEW_YEAR.plus(Duration.ofHours(36)));
	}

	@ParameterizedTest
	@CsvSource({ "2033-03-26T01:30:00Z, 2033-03-27T01:30:00Z", "2033-03-26T12:00:00Z, 2033-03-27T11:00:00Z",
			"2033-10-29T00:30:00Z, 2033-10-30T00:30:00Z", "2033-10-29T12:00:00Z, 2033-10-30T13:00:00Z" })
	void extendsByDaysOfATimeZoneLikeJava(Instant end, Instant extended) {
		Memberships.addUsersUntil(this.jdbc, end, this.segment, this.anna);
		Memberships.addUsers(this.jdbc, this.segment, this.boris);
		assertThat(
				Memberships.extendByDays(this.jdbc, 1, "Europe/Berlin", this.segment, this.anna, this.boris, UNKNOWN))
			.isEqualTo(new ChangedEnds(1, 1, 1));
		assertThat(end(this.anna)).contains(extended);
		assertThat(end.atZone(ZoneId.of("Europe/Berlin")).plusDays(1).toInstant()).isEqualTo(extended);
	}

	@Test
	void doesNotExtendAMembershipWithoutAnEnd() {
		Memberships.addUsers(this.jdbc, this.segment, this.anna);
		Memberships.addUsersUntil(this.jdbc, NEW_YEAR, this.segment, this.boris);
		assertThat(Memberships.extend(this.jdbc, "PT1S", this.segment, this.anna, this.boris))
			.isEqualTo(new ChangedEnds(1, 1, 0));
		assertThat(end(this.anna)).isEmpty();
	}

	@Test
	void removesTheEnd() {
		Memberships.addUsersFor(this.jdbc, "PT1H", this.segment, this.anna);
		assertThat(Memberships.end(this.jdbc, null, this.segment, this.anna)).isEqualTo(new ChangedEnds(1, 0, 0));
		assertThat(end(this.anna)).isEmpty();
	}

	@Test
	void keepsExpiredMemberships() {
		Instant end = Instant.parse("2026-10-31T08:15:30.000001Z");
		Memberships.insertUntil(this.jdbc, end, this.anna, this.segment);
		assertThat(Memberships.end(this.jdbc, NEW_YEAR, this.segment, this.anna)).isEqualTo(new ChangedEnds(0, 0, 1));
		assertThat(Memberships.end(this.jdbc, null, this.segment, this.anna)).isEqualTo(new ChangedEnds(0, 0, 1));
		assertThat(Memberships.extend(this.jdbc, "P1D", this.segment, this.anna)).isEqualTo(new ChangedEnds(0, 0, 1));
		assertThat(end(this.anna)).contains(end);
	}

	@Test
	void keepsOtherUsersAndSegments() {
		Memberships.add(this.jdbc, this.anna, this.other);
		Memberships.addUsers(this.jdbc, this.segment, this.anna, this.boris);
		assertThat(Memberships.end(this.jdbc, NEW_YEAR, this.segment, this.anna, this.anna, UNKNOWN))
			.isEqualTo(new ChangedEnds(1, 0, 1));
		assertThat(end(this.boris)).isEmpty();
		assertThat(this.jdbc.sql("SELECT count(*) FROM memberships WHERE segment_id = :id AND expires_at IS NULL")
			.param("id", this.other)
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	void refusesAnEndInThePast() {
		Memberships.addUsers(this.jdbc, this.segment, this.anna);
		assertRefused(Refusals.END_IN_PAST, () -> Memberships.end(this.jdbc, now(), this.segment, this.anna));
		assertRefused(Refusals.END_IN_PAST, () -> Memberships.extend(this.jdbc, "PT0S", this.segment, this.anna));
		assertRefused(Refusals.END_IN_PAST, () -> Memberships.extend(this.jdbc, "PT-1S", this.segment, this.anna));
		assertThat(end(this.anna)).isEmpty();
	}

	@Test
	void refusesAnUnknownSegment() {
		assertRefused(Refusals.NO_SUCH_SEGMENT, () -> Memberships.end(this.jdbc, null, UNKNOWN, this.anna));
	}

	@Test
	void recordsTheExpiryAtTheLastEndAndNothingElse() {
		Memberships.addUsersUntil(this.jdbc, NEW_YEAR, this.segment, this.anna);
		Memberships.extend(this.jdbc, "P1D", this.segment, this.anna);
		assertThat(operations(this.segment)).extracting(Operation::what).containsExactly("added page");
		Instant end = now().plusMillis(100);
		Memberships.end(this.jdbc, end, this.segment, this.anna);
		await().until(() -> now().isAfter(end));
		Memberships.expire(this.jdbc, 10);
		assertThat(operations(this.segment)).extracting(Operation::what)
			.containsExactly("added page", "deleted expiry");
		assertThat(operations(this.segment).getLast().date()).isEqualTo(end);
	}

	private Optional<Instant> end(long user) {
		return this.jdbc.sql("SELECT expires_at FROM memberships WHERE user_id = :user AND segment_id = :segment")
			.param("user", user)
			.param("segment", this.segment)
			.query((row, number) -> instant(row.getObject(1, OffsetDateTime.class)))
			.single();
	}

}
