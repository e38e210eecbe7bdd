package dev.segmentation.report;

/**
 * An attempt to prepare a report. Only the newest one of a report may save pieces and
 * finish it. An instance that was stopped for a while does not notice that another
 * instance has made a newer attempt, so the database compares the numbers.
 *
 * @param number counts the attempts of the report
 */
record ReportRun(long reportId, int number) {
}
