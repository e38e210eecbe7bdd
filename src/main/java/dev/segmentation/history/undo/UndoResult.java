package dev.segmentation.history.undo;

/**
 * A finished undo.
 *
 * @param actId the act of kind undo
 */
public record UndoResult(long actId, UndoChanges changes) {
}
