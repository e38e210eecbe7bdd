package dev.segmentation.config.startup.failure;

import dev.segmentation.config.database.migration.UnusableDatabaseException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/**
 * Explains why the program cannot use the database, by the message of the exception.
 */
@Order(0)
class UnusableDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<UnusableDatabaseException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, UnusableDatabaseException cause) {
		return new StartFailure("" + cause.getMessage(), cause);
	}

}
