package dev.segmentation.history.line;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.Selection;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.RecordedAct;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The database has 3,000 lines on five days of February 2023. Every day 300 users are
 * added in one act and removed in five acts.
 */
@DatabaseTest
class HistoryPlaceTests {

	private static final int LINES = 3000;

	private static final int USERS = 300;

	private final JdbcClient jdbc;

	private final HistoryLineRepository history;

	private final HistoryPlaceRepository places;

	private final HistoryFilter february = HistoryFilter.month(2023, 2, Selection.all(), Clock.systemUTC());

	HistoryPlaceTests(TestDatabase database) {
		this.jdbc = database.jdbc();
		this.history = new HistoryLineRepository(this.jdbc);
		this.places = new HistoryPlaceRepository(this.jdbc);
	}

	@BeforeAll
	static void addHistory(TestDatabase database) {
		JdbcClient jdbc = database.jdbc();
		long segment = Sql.addSegment(jdbc, "PLACES", "0");
		for (int day : new int[] { 1, 3, 4, 27, 28 }) {
			RecordedAct.at(jdbc, "2023-02-%02dT00:00:00Z".formatted(day), "api", 1L, null)
				.added(segment, "PLACES", LongStream.rangeClosed(1, USERS).toArray());
			for (long user = 1; user <= USERS; user += 60) {
				RecordedAct.at(jdbc, "2023-02-%02dT23:59:59.99999%dZ".formatted(day, user / 60), "page", 1L, null)
					.deleted(segment, "PLACES", LongStream.range(user, user + 60).toArray());
			}
		}
		jdbc.sql("SELECT recount()").query().singleRow();
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, 1, 62, 63, 64, 299, 300, 301, 599, 600, 601, 1199, 1200, 1499, 1500, 1803, 2999 })
	void findsTheSameLineAsReadingFromTheStart(long offset) {
		HistoryPlace place = this.places.find(this.february, offset).orElseThrow();
		List<HistoryLine> lines = this.history.findAfter(this.february, place.before(), place.skipped() + 5);
		assertThat(lines.stream().skip(place.skipped())).isEqualTo(this.history.find(this.february, offset, 5));
	}

	@ParameterizedTest
	@ValueSource(longs = { LINES, LINES + 1, Long.MAX_VALUE })
	void findsNothingAfterTheEnd(long offset) {
		assertThat(this.places.find(this.february, offset)).isEmpty();
	}

	@Test
	void countsAllLines() {
		assertThat(this.places.count(this.february)).isEqualTo(LINES).isEqualTo(this.history.count(this.february));
	}

	@Test
	void worksOnlyForTheWholeHistoryOfWholeDays() {
		Instant from = this.february.from();
		Instant to = this.february.to();
		assertThat(this.february.isOfWholeDays()).isTrue();
		assertThat(this.february.between(from.plusSeconds(1), to).isOfWholeDays()).isFalse();
		assertThat(this.february.ofUsers(Selection.only(List.of(1L))).isOfWholeDays()).isFalse();
		assertThat(this.february.ofUsers(Selection.only(List.of())).isOfWholeDays()).isFalse();
		assertThat(this.february.ofSegments(Selection.only(List.of(1L))).isOfWholeDays()).isFalse();
		assertThat(this.february.by(1L).isOfWholeDays()).isFalse();
	}

	@Test
	void anEmptySelectionHasNoLines() {
		Selection nothing = Selection.only(List.of());
		for (HistoryFilter filter : List.of(this.february.ofUsers(nothing), this.february.ofSegments(nothing))) {
			assertThat(this.history.find(filter, 0, 5)).isEmpty();
			assertThat(this.history.count(filter)).isZero();
			assertThat(this.jdbc.sql("""
					SELECT count(*) FROM operations AS o CROSS JOIN LATERAL unnest(o.user_ids) AS line (user_id)
					""" + HistoryCondition.of(filter).withLiterals()).query(Long.class).single()).isZero();
		}
		assertThat(this.history.estimate(this.february.ofSegments(nothing))).isZero();
	}

}
