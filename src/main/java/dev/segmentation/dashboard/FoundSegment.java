package dev.segmentation.dashboard;

/**
 * A segment that a search found.
 */
public record FoundSegment(long id, String name, String description) {
}
