package dev.segmentation.dashboard;

import java.time.LocalDate;
import java.util.Map;

import dev.segmentation.history.HistoryPeriod;
import dev.segmentation.shared.ActKind;

/**
 * The number of memberships that began or ended on a day (UTC), by cause.
 */
public record DayOfChanges(LocalDate day, Map<ActKind, Long> changes) {

	/**
	 * Returns the day as a period of the history.
	 */
	public HistoryPeriod period() {
		return HistoryPeriod.day(this.day);
	}

	/**
	 * The number through one cause.
	 */
	public long through(ActKind kind) {
		return this.changes.getOrDefault(kind, 0L);
	}

}
