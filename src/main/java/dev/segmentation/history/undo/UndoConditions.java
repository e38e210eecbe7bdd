package dev.segmentation.history.undo;

/**
 * What else the undo of an act depends on.
 *
 * @param permitted whether the account may change all segments of the act
 * @param nameTaken whether another segment has the former name of a deleted one
 */
public record UndoConditions(boolean permitted, boolean nameTaken) {
}
