package dev.segmentation.report;

import dev.segmentation.report.drive.DriveException.Problem;
import dev.segmentation.shared.UpstreamException;

/**
 * Google Drive did not take or share a report. The log has the answer of Drive. Each
 * problem has a message that says what to do about it.
 */
public class DriveRefusedException extends UpstreamException {

	DriveRefusedException(Problem problem) {
		super("drive." + problem, "google drive did not accept the report");
	}

}
