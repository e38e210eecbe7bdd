package dev.segmentation.history.act;

import java.time.Duration;
import java.time.Instant;

/**
 * The memberships that expired within an hour. A page of history shows their acts as one
 * line.
 *
 * @param start the start of the hour
 * @param memberships the number of memberships; when it is capped, there are more
 * @param capped whether some memberships are not counted
 */
public record ExpiryHour(Instant start, long memberships, boolean capped) {

	/**
	 * Returns the end of the hour (exclusive).
	 */
	public Instant end() {
		return this.start.plus(Duration.ofHours(1));
	}

}
