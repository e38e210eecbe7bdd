package dev.segmentation.report;

import dev.segmentation.shared.NotFoundException;

/**
 * There is no report with this id, or its record was purged.
 */
public class ReportNotFoundException extends NotFoundException {

	public ReportNotFoundException() {
		super("report does not exist");
	}

}
