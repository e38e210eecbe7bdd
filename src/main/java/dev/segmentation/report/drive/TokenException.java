package dev.segmentation.report.drive;

import java.io.IOException;

/**
 * Google gives no access token.
 */
class TokenException extends IOException {

	TokenException(IOException cause) {
		super(cause.getMessage(), cause);
	}

}
