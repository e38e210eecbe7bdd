package dev.segmentation.config.startup;

import dev.segmentation.report.drive.InvalidDriveCredentialsException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/**
 * Explains why the key for Google Drive cannot be used: its exceptions do so themselves.
 */
@Order(0)
class DriveCredentialsFailureAnalyzer extends AbstractFailureAnalyzer<InvalidDriveCredentialsException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, InvalidDriveCredentialsException cause) {
		return new StartFailure("" + cause.getMessage(), cause);
	}

}
