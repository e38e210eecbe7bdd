package dev.segmentation.membership;

/**
 * What came of removing many users from a segment.
 *
 * @param removed how many have left by it
 * @param missing how many were not in it any more
 */
public record RemovedUsers(long removed, long missing) {
}
