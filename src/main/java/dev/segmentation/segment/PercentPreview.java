package dev.segmentation.segment;

/**
 * The number of users that a percentage would add now.
 *
 * @param users the number of users that would be added
 * @param of the number of all users
 */
public record PercentPreview(long users, long of) {

}
