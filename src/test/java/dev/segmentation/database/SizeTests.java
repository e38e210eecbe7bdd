package dev.segmentation.database;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the sums that the triggers write: sizes, days, acts and the number of users. Each
 * test reads them before and after the changes are folded.
 */
@DatabaseTest
class SizeTests extends RoutineTestBase {

	private static final Instant PAST = Instant.parse("2026-07-01T23:59:59.999999Z");

	private static final Instant FUTURE = Instant.parse("2100-01-01T00:00:00Z");

	SizeTests(TestDatabase database) {
		super(database);
	}

	@Test
	void countAnAdditionAndARemoval() {
		Memberships.add(this.jdbc, this.anna, this.segment);
		Memberships.add(this.jdbc, user(), this.segment);
		assertSize(this.segment, 2);
		Memberships.remove(this.jdbc, this.anna, this.segment);
		assertSize(this.segment, 1);
		assertThat(Sizes.acts(this.jdbc, this.segment)).containsExactly("added api 1", "added api 1", "deleted api 1");
		assertThat(Sizes.days(this.jdbc, this.segment)).containsExactly(today() + " api +2 -1");
	}

	@Test
	void countABulkByOneRow() {
		usersFromTo(6_400_000, 6_400_299);
		Memberships.insert(this.jdbc, this.segment, 6_400_000, 6_400_299);
		assertThat(Sizes.waiting(this.jdbc, this.segment)).isOne();
		assertThat(Sizes.acts(this.jdbc, this.segment)).containsExactly("added import 300");
		assertSize(this.segment, 300);
	}

	@Test
	void countEverySegmentOfAStatement() {
		Memberships.add(this.jdbc, user(), this.segment, this.other);
		assertSize(this.segment, 1);
		assertSize(this.other, 1);
	}

	@Test
	void countAPercentage() {
		Sql.addUsers(this.jdbc, 130);
		long segment = Sql.addSegment(this.jdbc, "HALF", "50");
		assertSize(segment, (count("users") + 1) / 2);
		assertThat(Sizes.days(this.jdbc, segment)).singleElement().asString().contains(" percent +");
	}

	@Test
	void leaveOutExpiredMembershipsBeforeTheirRemoval() {
		Memberships.add(this.jdbc, user(), this.segment);
		Memberships.insertUntil(this.jdbc, PAST, user(), this.segment);
		assertSize(this.segment, 1);
		List<String> days = Sizes.days(this.jdbc, this.segment);
		assertThat(days).containsExactly("2026-07-01 api +1 -0", "2026-07-01 expiry +0 -1", today() + " api +1 -0");
		Memberships.expire(this.jdbc, 1000);
		assertSize(this.segment, 1);
		assertThat(Sizes.days(this.jdbc, this.segment)).isEqualTo(days);
		assertThat(Sizes.acts(this.jdbc, this.segment)).contains("deleted expiry 1");
	}

	@Test
	void recordTheTimeOfTheLastChange() {
		assertThat(changedAt(this.segment)).isEmpty();
		Memberships.insertUntil(this.jdbc, PAST, user(), this.segment);
		assertThat(changedAt(this.segment)).contains(PAST);
		Memberships.expire(this.jdbc, 1000);
		Sizes.fold(this.jdbc);
		assertThat(changedAt(this.segment)).contains(PAST);
		Memberships.add(this.jdbc, user(), this.segment);
		assertThat(changedAt(this.segment)).hasValueSatisfying((at) -> assertThat(at).isAfter(now().minusSeconds(60)));
	}

	@Test
	void recordTheTimeOfTheLastChangeOfEnds() {
		Memberships.insertUntil(this.jdbc, FUTURE, this.anna, this.segment);
		Instant added = changedAt(this.segment).orElseThrow();
		this.jdbc.sql("SELECT changed FROM change_expiry(?, ARRAY[CAST(? AS bigint)], NULL, NULL, NULL)")
			.params(this.segment, this.anna)
			.query(Long.class)
			.single();
		Instant changed = changedAt(this.segment).orElseThrow();
		assertThat(changed).isAfter(added);
		Sizes.fold(this.jdbc);
		assertThat(changedAt(this.segment)).contains(changed);
	}

	@Test
	void keepTheDaysOfADeletedSegmentAndNotItsSize() {
		Memberships.add(this.jdbc, user(), this.segment);
		Sizes.fold(this.jdbc);
		Memberships.deleteSegment(this.jdbc, this.segment);
		Sizes.fold(this.jdbc);
		assertThat(Sizes.waiting(this.jdbc, this.segment)).isZero();
		assertThat(keptSizes(this.segment)).isZero();
		assertThat(Sizes.days(this.jdbc, this.segment)).containsExactly(today() + " api +1 -0",
				today() + " segment_deleted +0 -1");
		assertThat(Sizes.acts(this.jdbc, this.segment)).containsExactly("added api 1", "deleted segment_deleted 1");
	}

	@Test
	void countUsers() {
		long before = Sizes.users(this.jdbc);
		long user = user();
		Sql.addUsers(this.jdbc, 100);
		assertThat(Sizes.users(this.jdbc)).isEqualTo(before + 101).isEqualTo(count("users"));
		Sizes.fold(this.jdbc);
		assertThat(Sizes.users(this.jdbc)).isEqualTo(before + 101);
		Memberships.deleteUser(this.jdbc, user);
		assertThat(Sizes.users(this.jdbc)).isEqualTo(before + 100);
		Sizes.fold(this.jdbc);
		assertThat(Sizes.users(this.jdbc)).isEqualTo(before + 100);
		assertThat(count("user_changes")).isZero();
	}

	@Test
	void canBeRebuilt() {
		Memberships.add(this.jdbc, user(), this.segment);
		Memberships.insertUntil(this.jdbc, PAST, user(), this.segment);
		List<String> days = Sizes.days(this.jdbc, this.segment);
		this.jdbc.sql("UPDATE user_counts SET users = 7").update();
		this.jdbc.sql("DELETE FROM segment_changes").update();
		this.jdbc.sql("DELETE FROM segment_days").update();
		assertThat(this.database.sizeMismatches()).isNotEmpty();
		this.jdbc.sql("SELECT recount()").query().singleRow();
		assertSize(this.segment, 1);
		assertThat(Sizes.days(this.jdbc, this.segment)).isEqualTo(days);
		assertThat(Sizes.users(this.jdbc)).isEqualTo(count("users"));
	}

	@Test
	void areBuiltForOlderHistory() throws SQLException {
		Memberships.add(this.jdbc, user(), this.segment);
		try (Backend backend = new Backend(this.database)) {
			backend.jdbc().sql("ALTER TABLE act_changes DISABLE TRIGGER act_changes_append_only").update();
			for (String table : List.of("act_changes", "segment_changes", "segment_days", "segment_sizes")) {
				backend.jdbc().sql("DELETE FROM " + table).update();
			}
			backend.jdbc().sql("SELECT recount()").query().singleRow();
			assertThat(backend.jdbc().sql("SELECT problem FROM size_mismatches()").query(String.class).list())
				.isEmpty();
			assertThat(Sizes.acts(backend.jdbc(), this.segment)).containsExactly("added api 1");
			backend.rollback();
		}
	}

	private void assertSize(long segment, long size) {
		assertThat(Sizes.of(this.jdbc, segment)).isEqualTo(size);
		Sizes.fold(this.jdbc);
		assertThat(Sizes.of(this.jdbc, segment)).isEqualTo(size);
	}

	private Optional<Instant> changedAt(long segment) {
		return this.jdbc
			.sql("SELECT changed_at FROM current_segment_sizes() WHERE segment_id = :id AND changed_at IS NOT NULL")
			.param("id", segment)
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

	private long keptSizes(long segment) {
		return this.jdbc.sql("SELECT count(*) FROM segment_sizes WHERE segment_id = :id")
			.param("id", segment)
			.query(Long.class)
			.single();
	}

	private LocalDate today() {
		return LocalDate.ofInstant(now(), ZoneOffset.UTC);
	}

}
