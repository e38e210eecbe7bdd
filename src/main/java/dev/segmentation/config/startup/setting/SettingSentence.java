package dev.segmentation.config.startup.setting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * One sentence about an invalid setting: its name, its value and the allowed values.
 */
final class SettingSentence {

	private SettingSentence() {
	}

	/** About a value outside the allowed range. */
	static String outOfRange(ValidationErrors errors, ObjectError error) {
		ConfigurationPropertyName name = name(errors, error);
		Optional<ConfigurationProperty> property = errors.getBoundProperties()
			.stream()
			.filter((bound) -> bound.getName().equals(name))
			.findAny();
		return property.map((bound) -> sentence(bound, "It " + error.getDefaultMessage()))
			.orElseGet(() -> "The setting %s %s.".formatted(name, error.getDefaultMessage()));
	}

	private static ConfigurationPropertyName name(ValidationErrors errors, ObjectError error) {
		return (error instanceof FieldError field)
				? ConfigurationPropertyName.adapt(errors.getName() + "." + field.getField(), '.') : errors.getName();
	}

	/** About a value that has not the form of its type. */
	static @Nullable String unreadable(@Nullable ConfigurationProperty property, Class<?> type) {
		return (property != null) ? sentence(property, "It must be " + kind(type)) : null;
	}

	/** About a value that Spring reads without a record of settings. */
	static String unreadable(InvalidConfigurationPropertyValueException failure, String type) {
		return of(failure.getName(), failure.getValue(), "It must be " + kind(type));
	}

	private static String sentence(ConfigurationProperty property, String allowed) {
		return of(property.getName().toString(), property.getValue(), allowed);
	}

	/** A sentence about any setting. */
	static String of(String name, @Nullable Object value, String allowed) {
		return "The setting %s has the invalid value \"%s\". %s.".formatted(name, value, allowed);
	}

	private static String kind(Class<?> type) {
		if (type.isEnum()) {
			return Arrays.stream(type.getEnumConstants())
				.map((constant) -> constant.toString().toLowerCase(Locale.ROOT))
				.collect(Collectors.joining(" or "));
		}
		return kind(type.getSimpleName());
	}

	private static String kind(String type) {
		return switch (type) {
			case "Duration" -> "a duration with a unit, such as 500ms, 15m or 720h";
			case "DataSize" -> "a size, such as 512KB or 1MB";
			case "int", "Integer", "long", "Long" -> "a whole number";
			case "boolean", "Boolean" -> "true or false";
			case "InetAddress" -> "an IP address, or a host name that this computer can resolve";
			case "Charset" -> "an encoding, such as UTF-8";
			default -> "a " + type.toLowerCase(Locale.ROOT);
		};
	}

}
