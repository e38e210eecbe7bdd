package dev.segmentation.membership;

/**
 * What came of adding many users to a segment.
 *
 * @param added how many are in it now who were not
 * @param already how many were in it already, and stay as they are
 * @param unknown how many do not exist
 */
public record AddedUsers(long added, long already, long unknown) {
}
