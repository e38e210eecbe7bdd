package dev.segmentation.report;

import dev.segmentation.shared.RefusedException;

/**
 * Reports cannot be shared by link: no Google Drive is configured.
 */
public class DriveNotAvailableException extends RefusedException {

	public DriveNotAvailableException() {
		super("google drive service is not available");
	}

}
