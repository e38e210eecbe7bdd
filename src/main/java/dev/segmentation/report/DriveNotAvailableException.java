package dev.segmentation.report;

import dev.segmentation.shared.InvalidInputException;

/**
 * Reports cannot be shared by link: no Google Drive is configured.
 */
public class DriveNotAvailableException extends InvalidInputException {

	public DriveNotAvailableException() {
		super("drive.missing", "google drive service is not available");
	}

}
