package dev.segmentation.account.token.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * The end of a token, which is entered as its last day.
 *
 * @param instant the end of that day in the user's time zone; {@code null} for no end
 */
record EndDate(@Nullable Instant instant) {

	/** The last year with four digits, as the field shows it. */
	private static final int LAST_YEAR = 9999;

	/**
	 * Reads the field {@code end}. An unreadable or passed date becomes an error.
	 */
	static EndDate parse(String text, ZoneId zone, Clock clock, Errors errors) {
		if (text.isEmpty()) {
			return new EndDate(null);
		}
		try {
			LocalDate day = LocalDate.parse(text);
			if (day.getYear() > LAST_YEAR) {
				throw new DateTimeException(text);
			}
			Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
			if (!end.isAfter(clock.instant())) {
				errors.rejectValue("end", "tokens.form.end.passed");
			}
			return new EndDate(end);
		}
		catch (DateTimeException ex) {
			errors.rejectValue("end", "tokens.form.end.invalid");
			return new EndDate(null);
		}
	}

	/**
	 * Returns the last day before an end, as the field shows it.
	 */
	static String text(@Nullable Instant end, ZoneId zone) {
		return (end != null) ? LocalDate.ofInstant(end.minusNanos(1), zone).toString() : "";
	}

}
