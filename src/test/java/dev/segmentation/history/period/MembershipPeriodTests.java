package dev.segmentation.history.period;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
@HistoryAgrees
class MembershipPeriodTests {

	private static final long EDITOR = 2;

	private static final PeriodFilter ANY = PeriodFilter.on("", null, ZoneOffset.UTC);

	private final JdbcClient jdbc;

	private final MembershipPeriodService periods;

	MembershipPeriodTests(TestDatabase database) {
		this.jdbc = database.jdbc();
		this.periods = new MembershipPeriodService(new MembershipPeriodRepository(this.jdbc),
				new ChangedEndRepository(this.jdbc));
	}

	@Test
	void containsTheAccountsThatAddedAndRemovedAUser() {
		long user = Sql.addUser(this.jdbc);
		long segment = Sql.addSegment(this.jdbc, "DISCOUNT", "0");
		this.jdbc.sql("""
				INSERT INTO memberships (user_id, segment_id)
				SELECT :user, :segment FROM begin_act('import', :account, 'loyal customers')
				""").param("user", user).param("segment", segment).param("account", EDITOR).update();
		remove(user, segment);
		MembershipPeriod period = only(user);
		assertThat(period.segmentName()).isEqualTo("DISCOUNT");
		assertThat(period.currentName()).isEqualTo("DISCOUNT");
		assertThat(period.entered().kind()).isEqualTo(ActKind.IMPORT);
		assertThat(period.entered().account()).isEqualTo("editor");
		assertThat(period.entered().note()).isEqualTo("loyal customers");
		assertThat(period.left()).isNotNull().satisfies((left) -> {
			assertThat(left.kind()).isEqualTo(ActKind.PAGE);
			assertThat(left.account()).isEqualTo("editor");
			assertThat(left.at()).isAfter(period.entered().at());
		});
		assertThat(period.until()).isNull();
	}

	@Test
	void hasNoEndWhileTheUserIsAMember() {
		long user = Sql.addUser(this.jdbc);
		Sql.addMemberships(this.jdbc, user, Sql.addSegment(this.jdbc));
		assertThat(only(user).left()).isNull();
		assertThat(only(user).until()).isNull();
		Instant end = Instant.parse("2096-01-01T00:00:00Z");
		long another = Sql.addUser(this.jdbc);
		enterUntil(end, another, Sql.addSegment(this.jdbc));
		assertThat(only(another).left()).isNull();
		assertThat(only(another).until()).isEqualTo(end);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void endsByExpiryBeforeAndAfterTheSweep(boolean swept) {
		long user = Sql.addUser(this.jdbc);
		Instant end = Instant.parse("2026-01-02T03:04:05.678901Z");
		enterUntil(end, user, Sql.addSegment(this.jdbc));
		if (swept) {
			this.jdbc.sql("SELECT expire_memberships(1000)").query(Long.class).single();
		}
		assertThat(only(user).left())
			.extracting(PeriodEnd::at, PeriodEnd::kind, PeriodEnd::accountId, PeriodEnd::account)
			.containsExactly(end, ActKind.EXPIRY, null, null);
		assertThat(only(user).until()).isNull();
	}

	@Test
	void keepsTheFormerNameOfASegment() {
		long user = Sql.addUser(this.jdbc);
		long deleted = Sql.addSegment(this.jdbc, "GONE", "0");
		long renamed = Sql.addSegment(this.jdbc, "BEFORE", "0");
		Sql.addMemberships(this.jdbc, user, deleted, renamed);
		this.jdbc.sql("DELETE FROM segments USING begin_act('segment_deleted', 2, NULL) WHERE id = :id")
			.param("id", deleted)
			.update();
		this.jdbc.sql("UPDATE segments SET name = 'AFTER' WHERE id = :id").param("id", renamed).update();
		List<MembershipPeriod> periods = all(user, ANY);
		assertThat(periods).extracting(MembershipPeriod::segmentName).containsExactly("BEFORE", "GONE");
		assertThat(periods).extracting(MembershipPeriod::currentName).containsExactly("AFTER", null);
		assertThat(periods.getLast().left()).isNotNull().extracting(PeriodEnd::kind).isEqualTo(ActKind.SEGMENT_DELETED);
		for (String name : List.of("bef", "FTE")) {
			assertThat(all(user, PeriodFilter.on(name, null, ZoneOffset.UTC))).extracting(MembershipPeriod::segmentName)
				.containsExactly("BEFORE");
		}
	}

	@Test
	void isOneForEachAddition() {
		long user = Sql.addUser(this.jdbc);
		long segment = Sql.addSegment(this.jdbc);
		for (int i = 0; i < 3; i++) {
			Sql.addMemberships(this.jdbc, user, segment);
			remove(user, segment);
		}
		Sql.addMemberships(this.jdbc, user, segment);
		List<MembershipPeriod> periods = all(user, ANY);
		assertThat(periods).hasSize(4);
		assertThat(periods.getFirst().left()).isNull();
		for (int i = 1; i < 4; i++) {
			assertThat(periods.get(i).left()).isNotNull()
				.extracting(PeriodEnd::at)
				.satisfies((at) -> assertThat(at).isAfter(periods.get(3).entered().at()));
			assertThat(periods.get(i).entered().at()).isBefore(periods.get(i - 1).entered().at());
		}
	}

	@Test
	void ignoresOtherUsersOfTheBlock() {
		this.jdbc.sql("""
				INSERT INTO users (id, login, email)
				SELECT n, 'neighbour-' || n, 'neighbour-' || n || '@example.com' FROM generate_series(64000, 64063) AS n
				""").update();
		long segment = Sql.addSegment(this.jdbc);
		this.jdbc.sql("""
				INSERT INTO memberships (user_id, segment_id)
				SELECT n, :segment FROM begin_act('import', 2, NULL), generate_series(64000::bigint, 64063) AS n
				""").param("segment", segment).update();
		remove(64_001, segment);
		assertThat(only(64_000).left()).isNull();
		assertThat(only(64_001).left()).isNotNull();
		assertThat(only(64_063).left()).isNull();
	}

	@Test
	void remainsAfterTheUserIsDeleted() {
		long user = Sql.addUser(this.jdbc);
		Sql.addMemberships(this.jdbc, user, Sql.addSegment(this.jdbc));
		this.jdbc.sql("DELETE FROM users USING begin_act('page', 2, NULL) WHERE id = :id").param("id", user).update();
		assertThat(only(user).left()).isNotNull().extracting(PeriodEnd::kind).isEqualTo(ActKind.PAGE);
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-01, UTC, false", "2026-03-02, UTC, true", "2026-03-03, UTC, true", "2026-03-04, UTC, true",
			"2026-03-05, UTC, false", "2026-03-02, Pacific/Auckland, false", "2026-03-03, Pacific/Auckland, true",
			"2026-03-05, Pacific/Auckland, true", "2026-03-01, Pacific/Honolulu, false",
			"2026-03-04, Pacific/Honolulu, true", "2026-03-05, Pacific/Honolulu, false" })
	void coversDaysInTheTimeZoneOfTheUser(LocalDate day, ZoneId zone, boolean covered) {
		long user = Sql.addUser(this.jdbc);
		addPastPeriod(user, "2026-03-02T12:00:00Z", "2026-03-04T12:00:00Z");
		assertThat(all(user, PeriodFilter.on("past", day, zone))).hasSize(covered ? 1 : 0);
		assertThat(all(user, PeriodFilter.on("other", day, zone))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-02T00:00:00Z, 2026-03-03T00:00:00Z, true",
			"2026-03-01T00:00:00Z, 2026-03-02T00:00:00Z, false", "2026-03-02T00:00:00Z, 2026-03-02T00:00:00Z, true",
			"2026-03-03T00:00:00Z, 2026-03-04T00:00:00Z, false",
			"2026-03-01T00:00:00Z, 2026-03-02T00:00:00.000001Z, true" })
	void coversADayFromItsFirstToItsLastInstant(String from, String to, boolean covered) {
		long user = Sql.addUser(this.jdbc);
		addPastPeriod(user, from, to);
		assertThat(all(user, PeriodFilter.on("", LocalDate.parse("2026-03-02"), ZoneOffset.UTC)))
			.hasSize(covered ? 1 : 0);
	}

	@Test
	void coversFutureDaysUntilItsEnd() {
		long user = Sql.addUser(this.jdbc);
		enterUntil(Instant.parse("2096-01-02T12:00:00Z"), user, Sql.addSegment(this.jdbc));
		assertThat(all(user, PeriodFilter.on("", LocalDate.parse("2096-01-02"), ZoneOffset.UTC))).hasSize(1);
		assertThat(all(user, PeriodFilter.on("", LocalDate.parse("2096-01-03"), ZoneOffset.UTC))).isEmpty();
	}

	@Test
	void hasTheSamePagesInBothDirections() {
		long user = Sql.addUser(this.jdbc);
		this.jdbc.sql("""
				INSERT INTO operations (act_id, segment_id, segment_name, type, date, user_block, user_count, user_ids)
				SELECT 0, 5000000 + n % 3, 'WALKED', type,
				       timestamptz '2026-02-01Z' + (n / 3) * interval '1 h' + delay, :user / 64, 1, ARRAY[:user]
				FROM generate_series(0, 19) AS n,
				     (VALUES (CAST('added' AS operation_type), interval '0'),
				             (CAST('deleted' AS operation_type), interval '1 s')) AS change (type, delay)
				""").param("user", user).update();
		List<MembershipPeriod> whole = all(user, ANY);
		assertThat(whole).hasSize(20).doesNotHaveDuplicates();
		for (int size = 1; size <= 21; size++) {
			List<List<MembershipPeriod>> onward = new ArrayList<>();
			Page<MembershipPeriod> page = walk(user, size, null, onward);
			while (page.next() != null) {
				page = walk(user, size, page.next(), onward);
			}
			assertThat(onward.stream().flatMap(List::stream).toList()).isEqualTo(whole);
			List<List<MembershipPeriod>> back = new ArrayList<>(List.of(page.items()));
			while (page.previous() != null) {
				page = walk(user, size, page.previous(), back);
			}
			assertThat(back.reversed()).isEqualTo(onward);
		}
	}

	private Page<MembershipPeriod> walk(long user, int size, @Nullable Cursor cursor,
			List<List<MembershipPeriod>> pages) {
		Cursor parsed = (cursor != null) ? Cursor.parse(cursor.text()) : null;
		Page<MembershipPeriod> page = this.periods.page(user, ANY, parsed, size);
		pages.add(page.items());
		return page;
	}

	private List<MembershipPeriod> all(long user, PeriodFilter filter) {
		return this.periods.page(user, filter, null, 1000).items();
	}

	private MembershipPeriod only(long user) {
		List<MembershipPeriod> periods = all(user, ANY);
		assertThat(periods).hasSize(1);
		return periods.getFirst();
	}

	private void remove(long user, long segment) {
		this.jdbc.sql("SELECT remove_memberships(:user, ARRAY[:segment]::bigint[], 'page', :account)")
			.param("user", user)
			.param("segment", segment)
			.param("account", EDITOR)
			.query()
			.singleRow();
	}

	private void enterUntil(Instant until, long user, long segment) {
		this.jdbc.sql("""
				INSERT INTO memberships (user_id, segment_id, expires_at)
				SELECT :user, :segment, CAST(:until AS timestamptz) FROM begin_act('page', 2, NULL)
				""").param("user", user).param("segment", segment).param("until", until.toString()).update();
	}

	private void addPastPeriod(long user, String from, String to) {
		this.jdbc.sql("""
				INSERT INTO operations (act_id, segment_id, segment_name, type, date, user_block, user_count, user_ids)
				SELECT 0, 4000000, 'PAST', type, date, :user / 64, 1, ARRAY[:user]
				FROM (VALUES (CAST('added' AS operation_type), CAST(:from AS timestamptz)),
				             (CAST('deleted' AS operation_type), CAST(:to AS timestamptz))) AS change (type, date)
				""").param("user", user).param("from", from).param("to", to).update();
	}

}
