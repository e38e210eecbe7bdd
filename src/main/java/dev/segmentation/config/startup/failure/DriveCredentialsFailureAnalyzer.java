package dev.segmentation.config.startup.failure;

import dev.segmentation.report.drive.InvalidDriveCredentialsException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/**
 * Explains why the Drive key file was rejected, by the message of the exception.
 */
@Order(0)
class DriveCredentialsFailureAnalyzer extends AbstractFailureAnalyzer<InvalidDriveCredentialsException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, InvalidDriveCredentialsException cause) {
		return new StartFailure("" + cause.getMessage(), cause);
	}

}
