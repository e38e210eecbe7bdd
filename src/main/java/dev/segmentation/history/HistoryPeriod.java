package dev.segmentation.history;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * An hour or a day of the history that does not depend on the reader's time zone. As text
 * it is an interval of ISO 8601, such as {@code 2026-11-24T09:00:00Z/PT1H}.
 */
public record HistoryPeriod(Instant start, Duration length) {

	private static final Duration HOUR = Duration.ofHours(1);

	private static final Duration DAY = Duration.ofHours(24);

	/**
	 * The hour from an instant on.
	 */
	public static HistoryPeriod hour(Instant start) {
		return new HistoryPeriod(start, HOUR);
	}

	/**
	 * A day in UTC.
	 */
	public static HistoryPeriod day(LocalDate day) {
		return new HistoryPeriod(day.atStartOfDay(ZoneOffset.UTC).toInstant(), DAY);
	}

	/**
	 * Reads the text.
	 * @throws DateTimeException when it is not an hour or a day
	 */
	public static HistoryPeriod parse(CharSequence text) {
		String[] parts = text.toString().split("/", 2);
		Duration length = Duration.parse(parts[parts.length - 1]);
		if (parts.length != 2 || !List.of(HOUR, DAY).contains(length)) {
			throw new DateTimeException("neither an hour nor a day");
		}
		return new HistoryPeriod(Instant.parse(parts[0]), length);
	}

	public boolean isHour() {
		return this.length.equals(HOUR);
	}

	/**
	 * Returns the end (exclusive).
	 */
	Instant end() {
		return this.start.plus(this.length);
	}

	@Override
	public String toString() {
		return this.start + "/" + this.length;
	}

}
