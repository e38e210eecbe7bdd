package dev.segmentation.membership;

/**
 * A segment that a user could be added to.
 */
public record SegmentChoice(long id, String name, String description) {
}
