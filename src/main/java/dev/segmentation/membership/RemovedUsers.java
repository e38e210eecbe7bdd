package dev.segmentation.membership;

/**
 * The result of removing users from a segment.
 *
 * @param removed the number of users that were removed
 * @param missing the number of users that were not members any more
 */
public record RemovedUsers(long removed, long missing) {
}
