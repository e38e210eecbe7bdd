package dev.segmentation.report;

import dev.segmentation.report.drive.DriveException.Problem;
import dev.segmentation.shared.UpstreamException;

/**
 * Google Drive did not take or share a report. The log has what it said.
 */
public class DriveRefusedException extends UpstreamException {

	private final Problem problem;

	DriveRefusedException(Problem problem) {
		super("google drive did not accept the report");
		this.problem = problem;
	}

	/** There is a message for each problem, which says what to do about it. */
	@Override
	public String kind() {
		return "Drive." + this.problem;
	}

}
