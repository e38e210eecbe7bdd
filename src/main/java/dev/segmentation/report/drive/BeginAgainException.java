package dev.segmentation.report.drive;

import java.io.IOException;

/**
 * What was begun cannot be gone on with, because Drive no longer knows the upload or the
 * file; begun again from the start, it may well succeed.
 */
class BeginAgainException extends IOException {

	BeginAgainException(IOException cause) {
		super(cause.getMessage(), cause);
	}

}
