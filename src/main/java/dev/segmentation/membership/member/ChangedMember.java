package dev.segmentation.membership.member;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A user whose membership changed between two moments.
 *
 * @param login {@code null} when the user was deleted
 * @param at the time of the last change
 * @param entry the act of the last change; {@code null} when no job has removed the
 * expired membership yet
 */
public record ChangedMember(long userId, @Nullable String login, Instant at, Member.@Nullable Entry entry) {
}
