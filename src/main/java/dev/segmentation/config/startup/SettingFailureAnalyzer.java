package dev.segmentation.config.startup;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConverterNotFoundException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Explains which setting is invalid.
 */
@Order(0)
class SettingFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable failure, BindException cause) {
		BindValidationException invalid = findCause(cause, BindValidationException.class);
		if (invalid != null) {
			return new StartFailure(invalid.getValidationErrors()
				.getAllErrors()
				.stream()
				.map((error) -> "The setting %s %s.".formatted(name(invalid, error), error.getDefaultMessage()))
				.collect(Collectors.joining(" ")), cause);
		}
		if (findCause(cause, ConversionFailedException.class) != null
				|| findCause(cause, ConverterNotFoundException.class) != null) {
			return unreadable(cause);
		}
		IllegalArgumentException refused = findCause(cause, IllegalArgumentException.class);
		return (refused != null) ? new StartFailure("" + refused.getMessage(), cause) : null;
	}

	private static String name(BindValidationException invalid, ObjectError error) {
		return invalid.getValidationErrors().getName()
				+ ((error instanceof FieldError field) ? "." + field.getField() : "");
	}

	private static @Nullable FailureAnalysis unreadable(BindException cause) {
		ConfigurationProperty property = cause.getProperty();
		if (property == null) {
			return null;
		}
		return new StartFailure(
				"The setting %s has the invalid value \"%s\". It must be %s.".formatted(property.getName(),
						property.getValue(), kind(cause.getTarget().getType().resolve(Object.class))),
				cause);
	}

	private static String kind(Class<?> type) {
		if (type.isEnum()) {
			return Arrays.stream(type.getEnumConstants())
				.map((constant) -> constant.toString().toLowerCase(Locale.ROOT))
				.collect(Collectors.joining(" or "));
		}
		return switch (type.getSimpleName()) {
			case "Duration" -> "a duration, such as 500ms, 15m or 720h";
			case "DataSize" -> "a size, such as 512KB or 1MB";
			case "int", "Integer", "long", "Long" -> "a whole number";
			case "boolean", "Boolean" -> "true or false";
			default -> "a " + type.getSimpleName().toLowerCase(Locale.ROOT);
		};
	}

}
