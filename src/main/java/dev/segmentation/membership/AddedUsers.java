package dev.segmentation.membership;

/**
 * The result of adding users to a segment.
 *
 * @param added the number of users that were added
 * @param already the number of users that already were members, which are not changed
 * @param unknown the number of users that do not exist
 */
public record AddedUsers(long added, long already, long unknown) {
}
