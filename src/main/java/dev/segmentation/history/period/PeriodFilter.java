package dev.segmentation.history.period;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * Selects membership periods of a user.
 *
 * @param segment a part of the current or former name of the segment; empty for any
 * @param from the start (inclusive); {@code null} for no start
 * @param to the end (exclusive); {@code null} for no end
 */
public record PeriodFilter(String segment, @Nullable Instant from, @Nullable Instant to) {

	/**
	 * Returns the filter for periods that include a part of a day.
	 * @param day {@code null} for any day
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
