package dev.segmentation.membership.member;

import org.jspecify.annotations.Nullable;

/**
 * A user who may be meant by what is being typed.
 *
 * @param member whether they are in the segment already
 */
public record Suggestion(long userId, String login, String email, @Nullable String externalId, boolean member) {
}
