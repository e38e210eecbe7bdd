package dev.segmentation.segment;

/**
 * Changes the name and description of a segment.
 *
 * @param version the version that the user saw
 * @param note the reason, for the history; empty without one
 */
public record ChangeSegment(long id, String name, String description, int version, String note) {
}
