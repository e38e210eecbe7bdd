package dev.segmentation.report.drive;

import dev.segmentation.shared.refusal.InvalidInputException;

/**
 * Google Drive is not configured.
 */
public class DriveNotAvailableException extends InvalidInputException {

	public DriveNotAvailableException() {
		super("drive.missing", "google drive service is not available");
	}

}
