package dev.segmentation.config.startup.failure;

import dev.segmentation.account.InvalidAdministratorPasswordException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/**
 * Explains why the password for the first administrator was rejected, by the message of
 * the exception.
 */
@Order(0)
class AdministratorPasswordFailureAnalyzer extends AbstractFailureAnalyzer<InvalidAdministratorPasswordException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, InvalidAdministratorPasswordException cause) {
		return new StartFailure("" + cause.getMessage(), cause);
	}

}
