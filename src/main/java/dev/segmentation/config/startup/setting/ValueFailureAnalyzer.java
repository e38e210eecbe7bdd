package dev.segmentation.config.startup.setting;

import dev.segmentation.config.startup.failure.StartFailure;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.util.StringUtils;

/**
 * Explains a value that Spring Boot cannot read from the environment, such as a port with
 * letters.
 */
@Order(0)
class ValueFailureAnalyzer extends AbstractFailureAnalyzer<InvalidConfigurationPropertyValueException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable failure, InvalidConfigurationPropertyValueException cause) {
		String reason = cause.getReason();
		return (reason != null && reason.startsWith("Failed to convert"))
				? new StartFailure(
						SettingSentence.unreadable(cause, StringUtils.unqualify(reason.replaceFirst(".* ", ""))), cause)
				: null;
	}

}
