package dev.segmentation.config.startup.failure;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Prints in one line why the application did not start and what to do. The line goes to
 * standard error without the format of the log. Unexpected failures are logged with their
 * stack trace instead.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailureReporter implements FailureAnalysisReporter {

	private static final String NEXT = "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter";

	@Override
	public void report(FailureAnalysis analysis) {
		System.err.println(FailureSentence.of(analysis));
		// The next reporter would log the failure again. The settings of the log may not
		// have been read yet.
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel(NEXT, LogLevel.OFF);
	}

}
