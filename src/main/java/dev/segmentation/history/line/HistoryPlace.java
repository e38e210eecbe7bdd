package dev.segmentation.history.line;

/**
 * The position of a line.
 *
 * @param before the position before the operation of the line
 * @param skipped the number of lines of this operation before the line
 */
record HistoryPlace(HistoryCursor before, int skipped) {
}
