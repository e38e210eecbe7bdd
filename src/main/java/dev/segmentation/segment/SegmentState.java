package dev.segmentation.segment;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A segment for programs.
 *
 * @param size the present number of its members
 * @param changedAt when a member was last added or removed; the time of its creation
 * before that
 * @param version counts changes of name and description
 * @param restricted whether only its owners and administrators may change it
 */
public record SegmentState(long id, String name, String description, BigDecimal assignPercent, long size,
		Instant createdAt, Instant changedAt, int version, boolean restricted) {
}
