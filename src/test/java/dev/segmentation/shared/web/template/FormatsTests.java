package dev.segmentation.shared.web.template;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.TimeZone;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.i18n.LocaleContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Times as a reader sees them at 12:30 UTC on 24 November 2026.
 */
class FormatsTests {

	private final Formats formats = new Formats(Clock.fixed(Instant.parse("2026-11-24T12:30:00Z"), ZoneOffset.UTC));

	@AfterEach
	void forgetReader() {
		LocaleContextHolder.resetLocaleContext();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en-GB | UTC             | 2026-11-24T11:05:00Z | today 11:05
			en-GB | Europe/Moscow   | 2026-11-24T11:05:00Z | today 14:05
			en-GB | Europe/Moscow   | 2026-11-24T22:05:00Z | tomorrow 01:05
			en-GB | UTC             | 2026-11-23T23:59:00Z | yesterday 23:59
			en-GB | UTC             | 2026-10-25T09:12:00Z | 25 Oct, 09:12
			en-GB | UTC             | 2025-10-25T09:12:00Z | 25 Oct 2025, 09:12
			en-US | UTC             | 2026-11-24T11:05:00Z | today 11:05 AM
			en-US | UTC             | 2026-10-25T09:12:00Z | Oct 25, 9:12 AM
			ru    | Europe/Moscow   | 2026-11-24T11:05:00Z | сегодня 14:05
			ru    | UTC             | 2026-10-25T09:12:00Z | 25 окт., 09:12
			""")
	void writesAMomentAsShortAsItIsClear(String language, String zone, Instant instant, String moment) {
		read(language, zone);
		assertThat(plain(this.formats.moment(instant))).isEqualTo(moment);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					en-GB | Europe/Moscow | 25 Oct, 12:00–13:00 | 25 Oct 2026, 12:00 (Europe/Moscow) · 2026-10-25 09:00:00 UTC
					en-GB | UTC           | 25 Oct, 09:00–10:00 | 2026-10-25 09:00:00 UTC
					ru    | Asia/Kolkata  | 25 окт., 14:30–15:30 | 25 окт. 2026 г., 14:30 (Asia/Kolkata) · 2026-10-25 09:00:00 UTC
					""")
	void writesAnHourAndEverythingAboutAnInstant(String language, String zone, String hour, String full) {
		read(language, zone);
		Instant instant = Instant.parse("2026-10-25T09:00:00Z");
		assertThat(plain(this.formats.hour(instant))).isEqualTo(hour);
		assertThat(plain(this.formats.full(instant))).isEqualTo(full);
	}

	@ParameterizedTest
	@CsvSource({ "203.0.113.7, 203.0.113.7", "0:0:0:0:0:0:0:1, ::1", "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
			"fe80:0:0:0:1:0:0:1, fe80::1:0:0:1", "0:0:0:0:0:0:0:0, ::", "1:0:2:0:3:0:4:0, 1:0:2:0:3:0:4:0",
			"2001:db8:1:0:0:0:0:0, 2001:db8:1::", "10:100:0:0:a0:1:2:3, 10:100::a0:1:2:3" })
	void shortensAnAddressOfIpv6(String address, String written) {
		assertThat(this.formats.address(address)).isEqualTo(written);
	}

	private static void read(String language, String zone) {
		LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
		LocaleContextHolder.setTimeZone(TimeZone.getTimeZone(zone));
	}

	/** Some languages have spaces that do not break. */
	private static String plain(String text) {
		return text.replaceAll("[\\u00a0\\u202f]", " ");
	}

}
