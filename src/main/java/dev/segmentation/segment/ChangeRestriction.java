package dev.segmentation.segment;

import java.util.List;

/**
 * Changes who may change a segment.
 *
 * @param restricted whether only owners and administrators may change it
 * @param owners the ids of all its owners
 */
public record ChangeRestriction(long segmentId, boolean restricted, List<Long> owners) {
}
