package dev.segmentation.config.startup.setting;

import dev.segmentation.config.startup.failure.StartFailure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/**
 * Explains which setting is invalid, by the message of the exception.
 */
@Order(0)
class InvalidSettingFailureAnalyzer extends AbstractFailureAnalyzer<InvalidSettingException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, InvalidSettingException cause) {
		return new StartFailure("" + cause.getMessage(), cause);
	}

}
