package dev.segmentation.membership.check;

/**
 * Whether a user is in a segment.
 */
public record MembershipQuestion(long userId, long segmentId) {
}
