package dev.segmentation.segment;

/**
 * How many users a percentage would add now.
 *
 * @param users the users that would be added
 * @param of all users
 */
public record PercentPreview(long users, long of) {

}
