package dev.segmentation.membership.end;

import java.time.Duration;
import java.time.Instant;

/**
 * A change of the end of memberships.
 */
public sealed interface EndChange {

	/**
	 * Extends by a duration. Members without an end are not changed.
	 */
	record Later(Duration by) implements EndChange {
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
