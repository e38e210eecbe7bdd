package dev.segmentation.segment;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A segment in a list.
 *
 * @param size how many users it has now
 * @param changedAt when a user last came or went; the creation when none ever did
 */
public record SegmentSummary(long id, String name, String description, BigDecimal assignPercent, long size,
		Instant changedAt) {
}
