package dev.segmentation.history.note;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the note of an act was from an instant on.
 *
 * @param account the login of the account that wrote it; {@code null} when it was deleted
 * @param note {@code null} when the note was removed
 */
public record NoteVersion(Instant at, @Nullable String account, @Nullable String note) {
}
