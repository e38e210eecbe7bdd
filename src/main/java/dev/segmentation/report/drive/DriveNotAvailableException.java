package dev.segmentation.report.drive;

import dev.segmentation.shared.RefusedException;

/**
 * Google Drive is not configured.
 */
public class DriveNotAvailableException extends RefusedException {

	public DriveNotAvailableException() {
		super("google drive service is not available");
	}

}
