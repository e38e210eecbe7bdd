package dev.segmentation.report;

import java.time.Duration;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvLayout;

/**
 * A request for a report.
 *
 * @param place where its file is stored
 * @param kept how long the file is available; ignored on Google Drive, where files do not
 * expire
 * @param query the filter as in the URL of the history page, to show it to users
 * @param filter the parsed filter
 */
public record NewReport(ReportPlace place, Duration kept, String query, HistoryFilter filter, CsvLayout layout) {
}
