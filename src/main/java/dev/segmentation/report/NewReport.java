package dev.segmentation.report;

import java.time.Duration;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.report.export.ReadableName;
import dev.segmentation.report.export.ReportName;

/**
 * A request for a report.
 *
 * @param place where its file is stored
 * @param kept how long the file is available; zero for a file on Google Drive that is
 * shared until it is revoked
 * @param query the filter as in the URL of the history page, to show it to users
 * @param filter the parsed filter
 */
public record NewReport(ReportPlace place, Duration kept, String query, HistoryFilter filter, CsvLayout layout) {

	/**
	 * Returns the name of its file. Files of version 1 of the API have the names of the
	 * contract.
	 */
	String fileName() {
		if (!this.layout.forSpreadsheets()) {
			return ReportName.of(this.filter, this.layout);
		}
		HistoryFilterForm form = HistoryFilterForm.ofUrl(this.query);
		return (this.place == ReportPlace.DRIVE) ? ReadableName.unique(form, this.filter, this.layout)
				: ReadableName.of(form, this.filter, this.layout);
	}

}
