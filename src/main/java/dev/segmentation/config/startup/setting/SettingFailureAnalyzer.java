package dev.segmentation.config.startup.setting;

import java.util.stream.Collectors;

import dev.segmentation.config.startup.failure.StartFailure;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConverterNotFoundException;

/**
 * Explains which setting is invalid.
 */
@Order(0)
class SettingFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable failure, BindException cause) {
		String sentence = explain(cause, cause.getProperty(), cause.getTarget().getType().resolve(Object.class));
		return (sentence != null) ? new StartFailure(sentence, cause) : null;
	}

	/**
	 * Explains why a value cannot be bound.
	 * @param type the type of the setting
	 */
	@Nullable String explain(Throwable failure, @Nullable ConfigurationProperty property, Class<?> type) {
		BindValidationException invalid = findCause(failure, BindValidationException.class);
		if (invalid != null) {
			return invalid.getValidationErrors()
				.getAllErrors()
				.stream()
				.map((error) -> SettingSentence.outOfRange(invalid.getValidationErrors(), error))
				.collect(Collectors.joining(" "));
		}
		if (findCause(failure, ConversionFailedException.class) != null
				|| findCause(failure, ConverterNotFoundException.class) != null) {
			return SettingSentence.unreadable(property, type);
		}
		IllegalArgumentException refused = findCause(failure, IllegalArgumentException.class);
		return (refused != null) ? refused.getMessage() : null;
	}

}
