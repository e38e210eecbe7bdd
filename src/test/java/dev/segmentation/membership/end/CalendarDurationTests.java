package dev.segmentation.membership.end;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests durations over changes of the clocks in Berlin: on 25 October 2026 from 3:00 back
 * to 2:00, on 28 March 2027 from 2:00 to 3:00.
 */
class CalendarDurationTests {

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			a day has 25 hours                        | 2026-10-24T14:00+02:00 | 1d    | 2026-10-25T14:00+01:00
			a day has 23 hours                        | 2027-03-27T14:00+01:00 | 1d    | 2027-03-28T14:00+02:00
			a week                                    | 2026-10-20T14:00+02:00 | 1w    | 2026-10-27T14:00+01:00
			both changes                              | 2026-10-24T14:00+02:00 | 200d  | 2027-05-12T14:00+02:00
			24 hours are exact                        | 2026-10-24T14:00+02:00 | 24h   | 2026-10-25T13:00+01:00
			hours come after the days                 | 2026-10-24T14:00+02:00 | 1d12h | 2026-10-26T02:00+01:00
			half a day is 12 hours                    | 2026-10-24T14:00+02:00 | 1.5d  | 2026-10-26T02:00+01:00
			a missing time moves by the gap           | 2027-03-27T02:30+01:00 | 1d    | 2027-03-28T03:30+02:00
			a repeated time is in summer time         | 2026-10-24T02:30+02:00 | 1d    | 2026-10-25T02:30+02:00
			a repeated time keeps its second instance | 2025-10-26T02:30+01:00 | 364d  | 2026-10-25T02:30+01:00
			""")
	void keepsTheLocalTime(String about, OffsetDateTime start, String text, OffsetDateTime end) {
		Duration duration = CalendarDuration.parse(text).from(start.toInstant(), BERLIN);
		assertThat(start.toInstant().plus(duration)).as(about).isEqualTo(end.toInstant());
	}

	@ParameterizedTest
	@CsvSource({ "1d, PT24H", "2w, PT336H", "1.5d, PT36H", "1d1.5h, PT25H30M", "0.5w, PT84H" })
	void hasDaysOf24HoursWithoutAZone(String text, Duration exact) {
		assertThat(CalendarDuration.parse(text).exact()).isEqualTo(exact);
		assertThat(CalendarDuration.parse(text).from(Instant.EPOCH, ZoneId.of("UTC"))).isEqualTo(exact);
	}

}
