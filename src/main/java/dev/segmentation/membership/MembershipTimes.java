package dev.segmentation.membership;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The start and the end of a present membership, which tell it from every other one of
 * the same user and segment.
 *
 * @param expiresAt {@code null} without end
 */
public record MembershipTimes(Instant addedAt, @Nullable Instant expiresAt) {
}
