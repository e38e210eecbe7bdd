package dev.segmentation.config.startup;

import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * An expected failure: one sentence that says what is wrong and what to do.
 */
class StartFailure extends FailureAnalysis {

	StartFailure(String sentence, Throwable cause) {
		super(sentence, null, cause);
	}

}
