package dev.segmentation.membership.end;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lifetime of a membership: a duration from now, or an end.
 */
public sealed interface Ttl {

	/** A longer lifetime is probably a mistake. */
	Duration LONGEST = Duration.ofDays(3653);

	/**
	 * Reads a Go duration ({@code 300ms}, {@code 1h30m}, {@code 1.5h}), the same with
	 * days and weeks ({@code 7d}, {@code 1d12h}), or an RFC 3339 instant.
	 * @throws InvalidTtlException when it is unreadable, is in the past, is zero, or is
	 * longer than ten years
	 */
	static Ttl parse(String text, Clock clock) {
		return (text.indexOf(':') < 0) ? For.parse(text) : Until.parse(text, clock.instant());
	}

	/**
	 * Lasts for a duration by the clock of the database.
	 */
	record For(Duration duration) implements Ttl {

		private static final Pattern PART = Pattern
			.compile("([0-9]{1,20}(?:\\.[0-9]{0,20})?|\\.[0-9]{1,20})(ns|us|µs|μs|ms|s|m|h|d|w)");

		private static final BigDecimal NANOS_PER_MICRO = BigDecimal.valueOf(1000);

		private static final BigInteger MOST_MICROS = BigInteger.valueOf(LONGEST.toNanos() / 1000);

		static For parse(String text) {
			Matcher part = PART.matcher(text.startsWith("+") ? text.substring(1) : text);
			BigDecimal nanos = BigDecimal.ZERO;
			while (part.lookingAt()) {
				nanos = nanos.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(nanos(part.group(2)))));
				part.region(part.end(), part.regionEnd());
			}
			// Rounds up to the microseconds of the database, so a positive ttl never
			// becomes zero.
			BigInteger micros = nanos.divide(NANOS_PER_MICRO, 0, RoundingMode.CEILING).toBigInteger();
			if (part.regionStart() < part.regionEnd() || micros.signum() == 0 || micros.compareTo(MOST_MICROS) > 0) {
				throw new InvalidTtlException();
			}
			return new For(Duration.ofNanos(micros.longValue() * 1000));
		}

		private static long nanos(String unit) {
			return (switch (unit) {
				case "ns" -> ChronoUnit.NANOS;
				case "us", "µs", "μs" -> ChronoUnit.MICROS;
				case "ms" -> ChronoUnit.MILLIS;
				case "s" -> ChronoUnit.SECONDS;
				case "m" -> ChronoUnit.MINUTES;
				case "h" -> ChronoUnit.HOURS;
				case "d" -> ChronoUnit.DAYS;
				default -> ChronoUnit.WEEKS;
			}).getDuration().toNanos();
		}

	}

	/**
	 * Lasts until an instant.
	 */
	record Until(Instant instant) implements Ttl {

		static Until parse(String text, Instant now) {
			try {
				Instant instant = OffsetDateTime.parse(text).toInstant();
				if (!instant.isAfter(now) || instant.isAfter(now.plus(LONGEST))) {
					throw new InvalidTtlException();
				}
				return new Until(instant);
			}
			catch (DateTimeException ex) {
				throw new InvalidTtlException();
			}
		}

	}

}
