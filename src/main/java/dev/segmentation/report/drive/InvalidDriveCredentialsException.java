package dev.segmentation.report.drive;

import org.jspecify.annotations.Nullable;

/**
 * The key file for Google Drive is invalid. The message explains this to the
 * administrator in one sentence.
 */
public class InvalidDriveCredentialsException extends RuntimeException {

	InvalidDriveCredentialsException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
