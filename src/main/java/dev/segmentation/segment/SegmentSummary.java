package dev.segmentation.segment;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A segment in a list.
 *
 * @param size the present number of its members
 * @param changedAt when a member was last added or removed; the time of its creation
 * before that
 * @param restricted whether only its owners and administrators may change it
 */
public record SegmentSummary(long id, String name, String description, BigDecimal assignPercent, long size,
		Instant changedAt, boolean restricted) {
}
