package dev.segmentation.report;

import java.util.List;

/**
 * What a page announces to the author of reports.
 *
 * @param waiting whether other reports of the author are still in work
 * @param ended the reports that are ready, or could not be prepared
 */
public record ReportNotice(boolean waiting, List<Report> ended) {

	/**
	 * The same notice on the page of a report, which shows the report itself.
	 * @param page the path of the page
	 */
	public ReportNotice on(String page) {
		return new ReportNotice(this.waiting,
				this.ended.stream().filter((report) -> !report.url().equals(page)).toList());
	}

}
