package dev.segmentation.history;

/**
 * Where a line is.
 *
 * @param before the place before the operation that holds it
 * @param skipped how many lines of that operation come first
 */
record HistoryPlace(HistoryCursor before, int skipped) {
}
