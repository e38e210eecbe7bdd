package dev.segmentation.membership.list;

/**
 * A member that a replacement removes.
 */
public record Leaver(long userId, String login) {

}
