package dev.segmentation.membership.end;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A change of the end of memberships.
 */
public sealed interface EndChange {

	/**
	 * Extends by a duration in a time zone. Members without an end are not changed.
	 */
	record Later(CalendarDuration by, ZoneId zone) implements EndChange {
	}

	/**
	 * Ends after a duration from now, by the clock of the database.
	 */
	record After(Duration ttl) implements EndChange {
	}

	/**
	 * Ends at an instant. Members without an end get one.
	 */
	record At(Instant instant) implements EndChange {
	}

	/**
	 * Removes the end.
	 */
	record Never() implements EndChange {
	}

}
