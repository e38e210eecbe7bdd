package dev.segmentation.history.undo;

import dev.segmentation.membership.end.Ttl;
import org.jspecify.annotations.Nullable;

/**
 * How to undo an act.
 *
 * @param overriding whether to take back later changes of the same memberships too
 * @param end replaces ends that have passed or were not recorded; {@code null} leaves
 * those memberships alone
 * @param name the name of the segment whose deletion is undone; empty for the former one
 * @param note the reason, for the history; empty without one
 */
public record UndoRequest(boolean overriding, @Nullable Ttl end, String name, String note) {
}
