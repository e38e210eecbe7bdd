package dev.segmentation.report;

import dev.segmentation.shared.NotFoundException;

/**
 * No report has this id, or it is long over and forgotten.
 */
public class ReportNotFoundException extends NotFoundException {

	public ReportNotFoundException() {
		super("report.missing", "report does not exist");
	}

}
