package dev.segmentation.history.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.Selection;
import dev.segmentation.shared.ActKind;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.RecordedAct;
import dev.segmentation.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The database has eighty acts of three accounts and four sources, two at the same
 * instant of every hour. Each act adds a user to a segment. Every tenth act also removes
 * two users from two other segments.
 */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActServiceTests {

	private static final Instant START = Instant.parse("2026-10-30T00:00:00Z");

	private static final int ACTS = 80;

	private static final List<ActKind> KINDS = List.of(ActKind.PAGE, ActKind.API, ActKind.IMPORT, ActKind.EXPIRY);

	private final JdbcClient jdbc;

	private final ActService service;

	private final SequencedMap<Long, Expected> acts = new LinkedHashMap<>();

	ActServiceTests(TestDatabase database) {
		this.jdbc = database.jdbc();
		this.service = new ActService(new ActWalkRepository(this.jdbc), new ActRepository(this.jdbc),
				new ExpiryHourRepository(this.jdbc));
	}

	@BeforeAll
	void addActs() {
		for (int i = 0; i < ACTS; i++) {
			Expected expected = Expected.of(i);
			RecordedAct act = RecordedAct.at(this.jdbc, expected.at().toString(), expected.kind().text(),
					expected.account(), expected.note());
			act.added(expected.segments().getFirst(), "SEGMENT-" + expected.segments().getFirst(),
					expected.users().getFirst());
			for (long segment : expected.segments().subList(1, expected.segments().size())) {
				act.deleted(segment, "SEGMENT-" + segment, expected.users().get(1), expected.users().get(2));
			}
			this.acts.put(act.id(), expected);
		}
	}

	static Stream<Case> filters() {
		HistoryFilter all = HistoryFilter.all().between(START, HistoryFilter.END);
		Instant from = Instant.parse("2026-10-30T11:00:00Z");
		Instant to = Instant.parse("2026-10-31T15:00:00Z");
		return Stream.of(new Case("all", all, (act) -> true),
				new Case("a period", all.between(from, to), (act) -> act.isBetween(from, to)),
				new Case("one cause", all.through(List.of(ActKind.IMPORT)), (act) -> act.kind() == ActKind.IMPORT),
				new Case("two causes", all.through(List.of(ActKind.PAGE, ActKind.EXPIRY)),
						(act) -> act.kind() == ActKind.PAGE || act.kind() == ActKind.EXPIRY),
				new Case("an account", all.by(1L), (act) -> act.isBy(1)),
				new Case("an account through a cause in a period",
						all.by(2L).through(List.of(ActKind.API)).between(from, to),
						(act) -> act.isBy(2) && act.kind() == ActKind.API && act.isBetween(from, to)),
				new Case("a segment", all.ofSegments(Selection.only(List.of(3L))),
						(act) -> act.segments().contains(3L)),
				new Case("segments of one name", all.ofSegments(Selection.only(List.of(3L, 4L, 101L))),
						(act) -> act.segments().stream().anyMatch(List.of(3L, 4L, 101L)::contains)),
				new Case("a segment through a cause",
						all.ofSegments(Selection.only(List.of(100L))).through(List.of(ActKind.PAGE)),
						(act) -> act.segments().contains(100L) && act.kind() == ActKind.PAGE),
				new Case("a segment by an account in a period",
						all.ofSegments(Selection.only(List.of(101L))).by(1L).between(from, to),
						(act) -> act.segments().contains(101L) && act.isBy(1) && act.isBetween(from, to)),
				new Case("a user", all.ofUsers(Selection.only(List.of(70L))), (act) -> act.users().contains(70L)),
				new Case("users of two blocks", all.ofUsers(Selection.only(List.of(5L, 70L, 500L))),
						(act) -> act.users().stream().anyMatch(List.of(5L, 70L, 500L)::contains)),
				new Case("a user in a segment, through causes, in a period",
						all.ofUsers(Selection.only(List.of(300L)))
							.ofSegments(Selection.only(List.of(100L)))
							.through(List.of(ActKind.PAGE, ActKind.IMPORT))
							.between(from, to),
						(act) -> act.users().contains(300L) && act.segments().contains(100L)
								&& EnumSet.of(ActKind.PAGE, ActKind.IMPORT).contains(act.kind())
								&& act.isBetween(from, to)),
				new Case("a part of a note", all.noted("SALE 1"), (act) -> act.isNoted("Sale 1")),
				new Case("a note of an account through a cause in a period",
						all.noted("sale").by(2L).through(List.of(ActKind.API)).between(from, to),
						(act) -> act.isNoted("Sale") && act.isBy(2) && act.kind() == ActKind.API
								&& act.isBetween(from, to)),
				new Case("a note in a segment", all.noted("sale 1").ofSegments(Selection.only(List.of(3L, 100L))),
						(act) -> act.isNoted("Sale 1")
								&& act.segments().stream().anyMatch(List.of(3L, 100L)::contains)),
				new Case("a note of changes of a user", all.noted("sale").ofUsers(Selection.only(List.of(300L))),
						(act) -> act.isNoted("Sale") && act.users().contains(300L)),
				new Case("a note that no act has", all.noted("sale_"), (act) -> false),
				new Case("no user", all.ofUsers(Selection.only(List.of())), (act) -> false), new Case("no segment",
						all.ofSegments(Selection.only(List.of())).through(List.of(ActKind.API)), (act) -> false),
				new Case("an empty period", all.between(to, to), (act) -> false));
	}

	@ParameterizedTest
	@MethodSource("filters")
	void findsThePagesOfAFilterInBothDirections(Case filter) {
		List<Long> expected = expected(filter);
		for (int size : new int[] { 3, 500 }) {
			FoundActs page = this.service.page(filter.filter(), null, size);
			assertThat(page.page().previous()).isNull();
			List<Long> walked = new ArrayList<>(ids(page));
			while (page.page().next() != null) {
				page = this.service.page(filter.filter(), page.page().next(), size);
				walked.addAll(ids(page));
			}
			assertThat(walked).containsExactlyElementsOf(expected);
			List<Long> back = new ArrayList<>(ids(page));
			while (page.page().previous() != null) {
				page = this.service.page(filter.filter(), page.page().previous(), size);
				back.removeAll(ids(page));
				back.addAll(0, ids(page));
			}
			assertThat(back).containsExactlyElementsOf(expected);
		}
	}

	@Test
	void foldsTheExpiriesOfAnHourIntoOneLine() {
		List<Long> at = Stream.of("08:59:59", "09:00:00", "09:20:00", "09:59:59.999999", "10:00:00")
			.map((time) -> RecordedAct.at(this.jdbc, "2017-05-04T%sZ".formatted(time), "expiry", null, null)
				.deleted(801, "ENDING", 1, 2, 3)
				.deleted(802, "OTHER", 1)
				.id())
			.toList();
		long manual = RecordedAct.at(this.jdbc, "2017-05-04T09:30:00Z", "page", 1L, null).added(801, "ENDING", 9).id();
		HistoryFilter day = HistoryFilter.all().between(at("00:00"), at("23:59"));
		FoundActs found = this.service.page(day, null, 50);
		assertThat(ids(found)).containsExactly(at.get(4), at.get(3), manual, at.get(0));
		assertThat(found.hours()).isEqualTo(Map.of(at.get(3), new ExpiryHour(at("09:00"), 12, false)));

		HistoryFilter segment = day.ofSegments(Selection.only(List.of(801L)));
		assertThat(this.service.page(segment, null, 50).hours())
			.isEqualTo(Map.of(at.get(3), new ExpiryHour(at("09:00"), 9, false)));
		HistoryFilter part = day.between(at("08:00"), at("09:30"));
		assertThat(ids(this.service.page(part, null, 50))).containsExactly(at.get(2), at.get(0));
		assertThat(this.service.page(part, null, 50).hours())
			.isEqualTo(Map.of(at.get(2), new ExpiryHour(at("09:00"), 8, false)));
		assertThat(page(day.through(List.of(ActKind.EXPIRY)))).containsExactlyElementsOf(at.reversed());
	}

	@Test
	void saysThatAnHourHasMoreExpiriesThanItCounts() {
		this.jdbc.sql("""
				WITH act AS (
				    INSERT INTO acts (kind, at) SELECT 'expiry', timestamptz '2016-05-04T09:00Z' + n * interval '0.1 s'
				    FROM generate_series(1, 1001) AS n RETURNING id, at)
				INSERT INTO act_changes (act_id, act_at, segment_id, segment_name, type, users, at, expired)
				SELECT id, at, 901, 'BUSY', 'deleted', 1, at, true FROM act
				""").update();
		FoundActs found = this.service.page(HistoryFilter.all().ofSegments(Selection.only(List.of(901L))), null, 50);
		assertThat(found.hours().values())
			.containsExactly(new ExpiryHour(Instant.parse("2016-05-04T09:00:00Z"), 1000, true));
	}

	private static Instant at(String time) {
		return Instant.parse("2017-05-04T%s:00Z".formatted(time));
	}

	@Test
	void findsUsersOnlyInTheFilteredSegments() {
		long act = RecordedAct.at(this.jdbc, "2020-01-01T00:00:00Z", "page", 1L, null)
			.added(501, "HERE", 9001)
			.added(502, "THERE", 9002)
			.id();
		HistoryFilter here = HistoryFilter.all().ofSegments(Selection.only(List.of(501L)));
		assertThat(page(here.ofUsers(Selection.only(List.of(9001L))))).containsExactly(act);
		assertThat(page(here.ofUsers(Selection.only(List.of(9002L))))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void findsARareCombinationAmongManyActs(boolean ofBusySegment) {
		long segment = ofBusySegment ? 601 : 603;
		manyActs(ofBusySegment ? 601 : 602, ofBusySegment ? "api" : "undo");
		long act = RecordedAct.at(this.jdbc, "2019-01-01T00:00:00Z", "undo", 1L, null)
			.added(segment, "BUSY", 9001)
			.id();
		HistoryFilter filter = HistoryFilter.all()
			.ofSegments(Selection.only(List.of(segment)))
			.through(List.of(ActKind.UNDO));
		assertThat(page(filter.between(Instant.EPOCH, Instant.parse("2019-06-01T00:00:00Z")))).containsExactly(act);
		assertThat(page(filter)).containsExactly(act);
	}

	@Test
	void stopsEarlyWhenTheSearchIsLong() {
		manyActs(701, "percent");
		manyActs(702, "segment_deleted");
		long act = RecordedAct.at(this.jdbc, "2018-01-01T00:00:00Z", "percent", 77L, null)
			.added(702, "BUSY", 9001)
			.id();
		HistoryFilter filter = HistoryFilter.all()
			.ofSegments(Selection.only(List.of(702L)))
			.through(List.of(ActKind.PERCENT));
		FoundActs page = this.service.page(filter, null, 50);
		assertThat(page.page().items()).isEmpty();
		assertThat(page.searchedTo()).isBetween("2019-01-01T00:00:00Z", "2019-12-31T00:00:00Z");
		assertThat(page.page().next()).isNotNull();
		while (page.page().next() != null) {
			page = this.service.page(filter, page.page().next(), 50);
		}
		assertThat(ids(page)).containsExactly(act);
		assertThat(page.searchedTo()).isNull();
	}

	private void manyActs(long segment, String kind) {
		this.jdbc.sql("""
				WITH act AS (
				    INSERT INTO acts (kind, account_id, at)
				    SELECT CAST(:kind AS act_kind), 77, timestamptz '2019-01-01Z' + n * interval '1 h'
				    FROM generate_series(1, 3000) AS n RETURNING id, at)
				INSERT INTO act_changes (act_id, act_at, segment_id, segment_name, type, users, at)
				SELECT id, at, :segment, 'BUSY', 'added', 1, at FROM act
				""").param("kind", kind).param("segment", segment).update();
	}

	private List<Long> page(HistoryFilter filter) {
		return ids(this.service.page(filter, null, 500));
	}

	private static List<Long> ids(FoundActs page) {
		return page.page().items().stream().map(ActSummary::id).toList();
	}

	/**
	 * Of the expiries of an hour, only the last one, unless the filter lists them all.
	 */
	private List<Long> expected(Case filter) {
		boolean folded = filter.filter().users().isAll() && !filter.filter().hasActCondition();
		Set<Instant> hours = new HashSet<>();
		return this.acts.reversed()
			.entrySet()
			.stream()
			.filter((act) -> filter.matches().test(act.getValue()))
			.filter((act) -> !folded || act.getValue().kind() != ActKind.EXPIRY || hours.add(act.getValue().at()))
			.map(Map.Entry::getKey)
			.toList();
	}

	record Case(String name, HistoryFilter filter, Predicate<Expected> matches) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	record Expected(Instant at, ActKind kind, Long account, List<Long> segments, List<Long> users,
			@Nullable String note) {

		static Expected of(int i) {
			ActKind kind = KINDS.get((i / 3) % KINDS.size());
			boolean many = i % 10 == 0;
			return new Expected(START.plusSeconds(3600L * (i / 2)), kind, (long) i % 3,
					many ? List.of(i % 7 + 1L, 100L, 101L) : List.of(i % 7 + 1L),
					many ? List.of(i % 90 + 1L, 300L, 500L) : List.of(i % 90 + 1L),
					(i % 4 == 0) ? "Sale " + i % 20 : null);
		}

		boolean isBetween(Instant from, Instant to) {
			return !this.at.isBefore(from) && this.at.isBefore(to);
		}

		boolean isNoted(String part) {
			return this.note != null && this.note.contains(part);
		}

		boolean isBy(long id) {
			return this.account == id;
		}

	}

}
