package dev.segmentation.membership.member;

import java.time.Instant;

/**
 * Two moments of a segment.
 *
 * @param from the earlier moment
 * @param to the later moment
 */
public record MomentPair(long segmentId, Instant from, Instant to) {
}
