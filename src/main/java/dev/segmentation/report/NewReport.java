package dev.segmentation.report;

import java.time.Duration;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.report.drive.DriveReaders;
import dev.segmentation.report.export.ReadableName;
import dev.segmentation.report.export.ReportName;
import org.jspecify.annotations.Nullable;

/**
 * A request for a report.
 *
 * @param place where its file is stored
 * @param kept how long the file is available; zero for a file on Google Drive that is
 * shared until it is revoked
 * @param query the filter as in the URL of the history page, to show it to users
 * @param filter the parsed filter
 * @param readers the readers of a file on Google Drive; {@code null} for those of the
 * setting
 */
public record NewReport(ReportPlace place, Duration kept, String query, HistoryFilter filter, CsvLayout layout,
		@Nullable DriveReaders readers) {

	public NewReport(ReportPlace place, Duration kept, String query, HistoryFilter filter, CsvLayout layout) {
		this(place, kept, query, filter, layout, null);
	}

	/**
	 * Returns the name of its file. Files of version 1 of the API have the names of the
	 * contract.
	 */
	String fileName() {
		if (!this.layout.forSpreadsheets()) {
			return ReportName.of(this.filter, this.layout);
		}
		HistoryFilterForm form = HistoryFilterForm.ofUrl(this.query);
		return (this.place == ReportPlace.DRIVE)
				? ReadableName.unique(form, this.filter, this.layout,
						(this.readers != null) ? this.readers.toString() : "")
				: ReadableName.of(form, this.filter, this.layout);
	}

}
