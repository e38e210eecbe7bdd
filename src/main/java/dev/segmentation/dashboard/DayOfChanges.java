package dev.segmentation.dashboard;

import java.time.LocalDate;
import java.util.Map;

import dev.segmentation.shared.ActKind;

/**
 * How many memberships began or ended on a day (UTC), by cause.
 */
public record DayOfChanges(LocalDate day, Map<ActKind, Long> changes) {

	/**
	 * Those through one cause.
	 */
	public long through(ActKind kind) {
		return this.changes.getOrDefault(kind, 0L);
	}

	/**
	 * Those of the day.
	 */
	public long total() {
		return this.changes.values().stream().mapToLong(Long::longValue).sum();
	}

}
