package dev.segmentation.membership.check;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link MembershipQuestion}.
 *
 * @param member whether the user is in the segment
 * @param until the end of the membership; {@code null} without end
 */
public record FoundMembership(long userId, long segmentId, boolean member, @Nullable Instant until) {
}
