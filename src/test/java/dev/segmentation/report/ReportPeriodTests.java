package dev.segmentation.report;

import java.time.Instant;
import java.time.ZoneId;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.HistoryFilterForm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReportPeriodTests {

	@ParameterizedTest
	@CsvSource({
			// now, rhythm, zone, start, end, next run
			"2026-11-28T10:00:00Z, MONTHLY, UTC, 2026-10-01T00:00:00Z, 2026-11-01T00:00:00Z, 2026-12-01T00:05:00Z",
			"2026-11-30T21:05:00Z, MONTHLY, Europe/Moscow, 2026-10-31T21:00:00Z, 2026-11-30T21:00:00Z, 2026-12-31T21:05:00Z",
			"2026-11-30T21:04:59Z, MONTHLY, Europe/Moscow, 2026-09-30T21:00:00Z, 2026-10-31T21:00:00Z, 2026-11-30T21:05:00Z",
			"2026-11-30T00:05:00Z, WEEKLY, UTC, 2026-11-23T00:00:00Z, 2026-11-30T00:00:00Z, 2026-12-07T00:05:00Z",
			"2026-11-29T23:59:00Z, WEEKLY, UTC, 2026-11-16T00:00:00Z, 2026-11-23T00:00:00Z, 2026-11-30T00:05:00Z",
			"2026-01-01T00:05:00Z, DAILY, UTC, 2025-12-31T00:00:00Z, 2026-01-01T00:00:00Z, 2026-01-02T00:05:00Z",
			// The day has 25 hours, because the clocks go back.
			"2026-10-26T12:00:00Z, DAILY, Europe/Berlin, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z, 2026-10-26T23:05:00Z" })
	void coversThePeriodBefore(Instant now, ReportRhythm rhythm, ZoneId zone, Instant start, Instant end,
			Instant next) {
		ReportPeriod period = ReportPeriod.before(now, rhythm, zone);
		assertThat(period.of(HistoryFilter.all())).isEqualTo(HistoryFilter.all().between(start, end));
		assertThat(period.nextRun()).isEqualTo(next);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			MONTHLY | ?month=2026-10&segment=BETA&zone=Europe%2FMoscow
			WEEKLY  | ?from=2026-11-16&to=2026-11-22&segment=BETA&zone=Europe%2FMoscow
			DAILY   | ?from=2026-11-27&to=2026-11-27&segment=BETA&zone=Europe%2FMoscow
			""")
	void keepsTheOtherFilters(ReportRhythm rhythm, String query) {
		HistoryFilterForm form = HistoryFilterForm.ofUrl("?month=2026-01&segment=BETA&zone=UTC&at=x");
		ReportPeriod period = ReportPeriod.before(Instant.parse("2026-11-28T10:00:00Z"), rhythm,
				ZoneId.of("Europe/Moscow"));
		assertThat(HistoryFilterForm.ofUrl(query)).isEqualTo(period.of(form));
	}

}
