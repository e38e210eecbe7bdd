package dev.segmentation.history;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.RecordedAct;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 3,000 lines on five days of February 2023: of 300 users who enter together and leave
 * one block after the other.
 */
@DatabaseTest
class HistoryPlaceTests {

	private static final int LINES = 3000;

	private static final int USERS = 300;

	private final JdbcClient jdbc;

	private final HistoryRepository history;

	private final HistoryPlaceRepository places;

	private final HistoryFilter february = HistoryFilter.month(2023, 2, List.of(), Clock.systemUTC());

	HistoryPlaceTests(TestDatabase database) {
		this.jdbc = database.jdbc();
		this.history = new HistoryRepository(this.jdbc);
		this.places = new HistoryPlaceRepository(this.jdbc);
	}

	@BeforeEach
	void addHistory() {
		if (this.history.count(this.february) > 0) {
			return;
		}
		long segment = Sql.addSegment(this.jdbc, "PLACES", "0");
		for (int day : new int[] { 1, 3, 4, 27, 28 }) {
			RecordedAct.at(this.jdbc, "2023-02-%02dT00:00:00Z".formatted(day), "api", 1L, null)
				.added(segment, "PLACES", LongStream.rangeClosed(1, USERS).toArray());
			for (long user = 1; user <= USERS; user += 60) {
				RecordedAct.at(this.jdbc, "2023-02-%02dT23:59:59.99999%dZ".formatted(day, user / 60), "page", 1L, null)
					.deleted(segment, "PLACES", LongStream.range(user, user + 60).toArray());
			}
		}
		this.jdbc.sql("SELECT recount()").query().singleRow();
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, 1, 62, 63, 64, 299, 300, 301, 599, 600, 601, 1199, 1200, 1499, 1500, 1803, 2999 })
	void findsTheLineThatReadingFromTheStartComesTo(long offset) {
		HistoryPlace place = this.places.find(this.february, offset).orElseThrow();
		List<HistoryLine> lines = this.history.findAfter(this.february, place.before(), place.skipped() + 5);
		assertThat(lines.stream().skip(place.skipped())).isEqualTo(this.history.find(this.february, offset, 5));
	}

	@ParameterizedTest
	@ValueSource(longs = { LINES, LINES + 1, Long.MAX_VALUE })
	void findsNothingBehindTheEnd(long offset) {
		assertThat(this.places.find(this.february, offset)).isEmpty();
	}

	@Test
	void countsAllLines() {
		assertThat(this.places.count(this.february)).isEqualTo(LINES).isEqualTo(this.history.count(this.february));
	}

	@Test
	void isForEverybodysWholeDaysOnly() {
		Instant from = this.february.from();
		Instant to = this.february.to();
		assertThat(this.february.isOfWholeDays()).isTrue();
		assertThat(new HistoryFilter(from.plusSeconds(1), to, List.of(), List.of(), Set.of(), null).isOfWholeDays())
			.isFalse();
		assertThat(new HistoryFilter(from, to, List.of(1L), List.of(), Set.of(), null).isOfWholeDays()).isFalse();
		assertThat(new HistoryFilter(from, to, List.of(), List.of(1L), Set.of(), null).isOfWholeDays()).isFalse();
		assertThat(new HistoryFilter(from, to, List.of(), List.of(), Set.of(), 1L).isOfWholeDays()).isFalse();
	}

}
