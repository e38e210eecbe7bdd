package dev.segmentation.segment;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A segment in a list.
 *
 * @param size the number of its members now
 * @param changedAt when a member was last added or removed; the creation when that never
 * happened
 */
public record SegmentSummary(long id, String name, String description, BigDecimal assignPercent, long size,
		Instant changedAt) {
}
