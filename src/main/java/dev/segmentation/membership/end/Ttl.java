package dev.segmentation.membership.end;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * The lifetime of a membership: a duration from now, or an end.
 */
public sealed interface Ttl {

	/** A longer lifetime is probably a mistake. */
	Duration LONGEST = Duration.ofDays(3653);

	/**
	 * Reads a {@link CalendarDuration} with days of 24 hours, or an RFC 3339 instant.
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

		static For parse(String text) {
			return new For(CalendarDuration.parse(text).exact());
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
