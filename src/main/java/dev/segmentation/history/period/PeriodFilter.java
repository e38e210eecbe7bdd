package dev.segmentation.history.period;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * Which membership periods of a user are wanted.
 *
 * @param segment a part of the current or former name of the segment; empty for any
 * @param from the start of the wanted time; {@code null} for any time
 * @param to the instant after the wanted time; {@code null} for any time
 */
public record PeriodFilter(String segment, @Nullable Instant from, @Nullable Instant to) {

	/**
	 * Periods that touch a day.
	 * @param day {@code null} for any
	 * @param zone the time zone of the day
	 */
	public static PeriodFilter on(String segment, @Nullable LocalDate day, ZoneId zone) {
		if (day == null) {
			return new PeriodFilter(segment, null, null);
		}
		return new PeriodFilter(segment, day.atStartOfDay(zone).toInstant(),
				day.plusDays(1).atStartOfDay(zone).toInstant());
	}

}
