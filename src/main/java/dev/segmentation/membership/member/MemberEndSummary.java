package dev.segmentation.membership.member;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The current ends of selected members.
 *
 * @param members the number of selected users that are members
 * @param ending those of them whose membership has an end
 * @param first the next end; {@code null} without ends
 * @param last the latest end; {@code null} without ends
 */
public record MemberEndSummary(long members, long ending, @Nullable Instant first, @Nullable Instant last) {
}
