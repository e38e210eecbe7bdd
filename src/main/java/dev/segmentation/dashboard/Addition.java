package dev.segmentation.dashboard;

/**
 * The addition of a user to a segment, which a searched text names.
 */
public record Addition(long userId, String login, long segmentId, String segment) {
}
