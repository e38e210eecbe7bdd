package dev.segmentation.report;

import java.time.Duration;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvLayout;

/**
 * A report that is to be prepared.
 *
 * @param place where it is to be had
 * @param kept for how long; on Google Drive it stays until it is taken back
 * @param query the filters of the history as its page's address has them, for people
 * @param filter what they mean
 */
public record NewReport(ReportPlace place, Duration kept, String query, HistoryFilter filter, CsvLayout layout) {
}
