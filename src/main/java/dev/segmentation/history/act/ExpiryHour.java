package dev.segmentation.history.act;

import java.time.Instant;

import dev.segmentation.history.HistoryPeriod;

/**
 * The memberships that expired within an hour. A page of history shows their acts as one
 * line.
 *
 * @param start the start of the hour
 * @param memberships the number of memberships; when it is capped, there are more
 * @param capped whether the hour has more expiries than are counted
 */
public record ExpiryHour(Instant start, long memberships, boolean capped) {

	/**
	 * Returns the hour as a period of the history.
	 */
	public HistoryPeriod period() {
		return HistoryPeriod.hour(this.start);
	}

}
