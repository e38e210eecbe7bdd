package dev.segmentation.report.drive;

import org.jspecify.annotations.Nullable;

/**
 * The key for Google Drive cannot be used. The message is one sentence for whoever
 * started the application.
 */
public class InvalidDriveCredentialsException extends RuntimeException {

	InvalidDriveCredentialsException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
