package dev.segmentation.history;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Which part of the history is asked for.
 *
 * @param from the first instant
 * @param to the instant behind the last
 * @param userIds whose history; empty for everybody's
 */
public record HistoryFilter(Instant from, Instant to, List<Long> userIds) {

	/**
	 * A month in UTC.
	 * @throws InvalidHistoryPeriodException when there is no such month, or its year has
	 * not begun
	 */
	public static HistoryFilter month(long year, long month, List<Long> userIds, Clock clock) {
		if (month < 1 || month > 12 || year < 1
				|| year > LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear()) {
			throw new InvalidHistoryPeriodException();
		}
		LocalDate first = LocalDate.of((int) year, (int) month, 1);
		return new HistoryFilter(first.atStartOfDay().toInstant(ZoneOffset.UTC),
				first.plusMonths(1).atStartOfDay().toInstant(ZoneOffset.UTC), List.copyOf(userIds));
	}

}
