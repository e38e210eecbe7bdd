package dev.segmentation.membership;

/**
 * The result of changing the end of memberships.
 *
 * @param changed the number of memberships with a new end
 * @param endless the number of memberships without an end, which cannot be extended
 * @param missing the number of users that were not members any more
 */
public record ChangedEnds(long changed, long endless, long missing) {
}
