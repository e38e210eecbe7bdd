package dev.segmentation.report.drive;

import java.io.IOException;

/**
 * Drive no longer knows the upload or the file. Saving from the start may succeed.
 */
class RestartUploadException extends IOException {

	RestartUploadException(IOException cause) {
		super(cause.getMessage(), cause);
	}

}
