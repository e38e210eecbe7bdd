package dev.segmentation.history.act;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A user whose membership an act changed.
 *
 * @param login {@code null} when the user was deleted
 * @param email {@code null} when the user was deleted
 * @param date the time of the change
 * @param endBefore the end before the act changed it; {@code null} without one
 * @param endAfter the new end; {@code null} without one
 */
public record ActUser(long id, @Nullable String login, @Nullable String email, Instant date,
		@Nullable Instant endBefore, @Nullable Instant endAfter) {
}
