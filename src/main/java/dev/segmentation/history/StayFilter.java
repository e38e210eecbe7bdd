package dev.segmentation.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * Which of a user's stays are asked for.
 *
 * @param segment a part of the segment's name, then or now; empty for any
 * @param from only stays that touch the time from this instant on; {@code null} for any
 * @param to the instant behind the last; {@code null} together with the first
 */
public record StayFilter(String segment, @Nullable Instant from, @Nullable Instant to) {

	/**
	 * Stays in a segment on a day.
	 * @param day {@code null} for any
	 * @param zone where that is a day
	 */
	public static StayFilter on(String segment, @Nullable LocalDate day, ZoneId zone) {
		String name = segment.replace("\0", "").strip();
		if (day == null) {
			return new StayFilter(name, null, null);
		}
		return new StayFilter(name, day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
	}

}
