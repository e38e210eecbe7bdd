package dev.segmentation.segment;

/**
 * How many users a percentage is at this moment.
 *
 * @param users how many would enter
 * @param of how many there are
 */
public record Share(long users, long of) {
}
