package dev.segmentation.report;

import dev.segmentation.shared.refusal.ConflictException;

/**
 * A report has ended or was shared again since the user saw it. Its page says what
 * happened and leads to the report that took its place.
 */
public class StaleReportException extends ConflictException {

	private final String url;

	public StaleReportException(Report report) {
		super("report.stale", "report has changed");
		this.url = report.url();
	}

	/**
	 * Returns the path of the report's page.
	 */
	public String url() {
		return this.url;
	}

}
