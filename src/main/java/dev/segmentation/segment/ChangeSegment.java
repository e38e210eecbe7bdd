package dev.segmentation.segment;

/**
 * Gives a segment another name and description.
 *
 * @param version the version that was seen when this was decided
 */
public record ChangeSegment(long id, String name, String description, int version) {
}
