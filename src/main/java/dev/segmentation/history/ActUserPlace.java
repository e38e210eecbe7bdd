package dev.segmentation.history;

/**
 * Where a page of an act's users lies.
 *
 * @param userId the user next to it, who is not part of it
 * @param above whether it holds users with higher ids, or with lower ones
 */
public record ActUserPlace(long userId, boolean above) {
}
