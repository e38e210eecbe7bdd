package dev.segmentation.dashboard;

/**
 * A segment that a search has found.
 */
public record FoundSegment(long id, String name, String description) {
}
