package dev.segmentation.membership.end;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A duration of days and an exact time. In a time zone, days keep the local time when the
 * clocks change, so a day may have 23 or 25 hours. Then the time is added. A local time
 * that does not exist moves later by the length of the gap. A local time that exists
 * twice keeps the offset of the start (see {@link java.time.ZonedDateTime#plusDays}).
 *
 * @param time the hours and smaller units, and fractions of days
 */
public record CalendarDuration(long days, Duration time) {

	private static final Pattern PART = Pattern
		.compile("([0-9]{1,20}(?:\\.[0-9]{0,20})?|\\.[0-9]{1,20})(ns|us|µs|μs|ms|s|m|h|d|w)");

	private static final BigDecimal NANOS_PER_DAY = BigDecimal.valueOf(ChronoUnit.DAYS.getDuration().toNanos());

	private static final BigDecimal NANOS_PER_MICRO = BigDecimal.valueOf(1000);

	private static final BigInteger MOST_MICROS = BigInteger.valueOf(Ttl.LONGEST.toNanos() / 1000);

	/**
	 * Reads a Go duration ({@code 300ms}, {@code 1h30m}, {@code 1.5h}), the same with
	 * days and weeks ({@code 7d}, {@code 1d12h}).
	 * @throws InvalidTtlException when it is unreadable, is zero, or is longer than ten
	 * years
	 */
	public static CalendarDuration parse(String text) {
		Matcher part = PART.matcher(text.startsWith("+") ? text.substring(1) : text);
		BigDecimal days = BigDecimal.ZERO;
		BigDecimal nanos = BigDecimal.ZERO;
		while (part.lookingAt()) {
			BigDecimal amount = new BigDecimal(part.group(1));
			switch (part.group(2)) {
				case "d" -> days = days.add(amount);
				case "w" -> days = days.add(amount.multiply(BigDecimal.valueOf(7)));
				default -> nanos = nanos.add(amount.multiply(BigDecimal.valueOf(nanos(part.group(2)))));
			}
			part.region(part.end(), part.regionEnd());
		}
		if (part.regionStart() < part.regionEnd()) {
			throw new InvalidTtlException();
		}
		return of(days, nanos);
	}

	private static CalendarDuration of(BigDecimal days, BigDecimal nanos) {
		BigDecimal[] parts = days.divideAndRemainder(BigDecimal.ONE);
		BigInteger time = micros(nanos.add(parts[1].multiply(NANOS_PER_DAY)));
		BigInteger all = micros(parts[0].multiply(NANOS_PER_DAY)).add(time);
		if (all.signum() == 0 || all.compareTo(MOST_MICROS) > 0) {
			throw new InvalidTtlException();
		}
		return new CalendarDuration(parts[0].longValueExact(), Duration.ofNanos(time.longValue() * 1000));
	}

	/**
	 * Drops parts of nanoseconds, as Go does, and rounds up to the microseconds of the
	 * database: {@code 1ns} is a microsecond, and {@code 0.1ns} is nothing.
	 */
	private static BigInteger micros(BigDecimal nanos) {
		return nanos.setScale(0, RoundingMode.DOWN).divide(NANOS_PER_MICRO, 0, RoundingMode.CEILING).toBigInteger();
	}

	private static long nanos(String unit) {
		return (switch (unit) {
			case "ns" -> ChronoUnit.NANOS;
			case "us", "µs", "μs" -> ChronoUnit.MICROS;
			case "ms" -> ChronoUnit.MILLIS;
			case "s" -> ChronoUnit.SECONDS;
			case "m" -> ChronoUnit.MINUTES;
			default -> ChronoUnit.HOURS;
		}).getDuration().toNanos();
	}

	/**
	 * Returns the duration with days of 24 hours.
	 */
	public Duration exact() {
		return Duration.ofDays(this.days).plus(this.time);
	}

	/**
	 * Returns the exact duration from a start in a time zone.
	 */
	public Duration from(Instant start, ZoneId zone) {
		return Duration.between(start, start.atZone(zone).plusDays(this.days).toInstant()).plus(this.time);
	}

}
