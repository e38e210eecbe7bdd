package dev.segmentation.history;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A user whom an act touched.
 *
 * @param login {@code null} when the user has been deleted since
 * @param email likewise
 * @param date when the user entered or left
 */
public record ActUser(long id, @Nullable String login, @Nullable String email, Instant date) {
}
