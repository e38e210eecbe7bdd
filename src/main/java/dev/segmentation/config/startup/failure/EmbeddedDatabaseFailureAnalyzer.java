package dev.segmentation.config.startup.failure;

import dev.segmentation.config.database.embedded.EmbeddedDatabaseException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/**
 * Explains why the embedded database does not start, by the message of the exception.
 */
@Order(0)
class EmbeddedDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedDatabaseException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, EmbeddedDatabaseException cause) {
		return new StartFailure("" + cause.getMessage(), cause);
	}

}
