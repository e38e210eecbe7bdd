package dev.segmentation.dashboard;

/**
 * The addition of a user to a segment, which a searched text names.
 *
 * @param member whether the user is in the segment already
 */
public record Addition(long userId, String login, long segmentId, String segment, boolean member) {
}
