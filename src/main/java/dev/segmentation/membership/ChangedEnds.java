package dev.segmentation.membership;

/**
 * What came of moving the end of many memberships.
 *
 * @param changed how many now end when they were told to
 * @param endless how many have no end that could be extended
 * @param missing how many users were not in the segment any more
 */
public record ChangedEnds(long changed, long endless, long missing) {
}
