package dev.segmentation.history.undo;

import org.jspecify.annotations.Nullable;

/**
 * The acts before and after an act in a chain of undos.
 *
 * @param undoes the act that it took back; {@code null} if it is no undo
 * @param undoneBy the act that took it back; {@code null} if it counts
 */
public record UndoLinks(@Nullable Long undoes, @Nullable Long undoneBy) {
}
