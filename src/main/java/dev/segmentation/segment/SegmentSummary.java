package dev.segmentation.segment;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A segment in a list.
 *
 * @param size the present number of its members
 * @param changedAt when a member was last added or removed; the time of its creation
 * before that
 */
public record SegmentSummary(long id, String name, String description, BigDecimal assignPercent, long size,
		Instant changedAt) {
}
