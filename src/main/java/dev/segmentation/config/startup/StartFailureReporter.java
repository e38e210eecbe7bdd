package dev.segmentation.config.startup;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Prints in one line why the application did not start and what to do. The line goes to
 * standard error without the format of the log. Unexpected failures are logged with their
 * stack trace instead.
 */
class StartFailureReporter implements FailureAnalysisReporter {

	@Override
	public void report(FailureAnalysis analysis) {
		System.err.println(FailureSentence.of(analysis));
	}

}
