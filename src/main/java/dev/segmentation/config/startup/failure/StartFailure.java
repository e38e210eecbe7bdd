package dev.segmentation.config.startup.failure;

import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * An expected failure: one sentence that says what is wrong and what to do.
 */
public class StartFailure extends FailureAnalysis {

	public StartFailure(String sentence, Throwable cause) {
		super(sentence, null, cause);
	}

}
