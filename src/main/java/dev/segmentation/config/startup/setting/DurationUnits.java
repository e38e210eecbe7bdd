package dev.segmentation.config.startup.setting;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Refuses a duration of the application without a unit. Spring would read it as
 * milliseconds.
 */
class DurationUnits extends AbstractBindHandler {

	private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("segmentation");

	DurationUnits(BindHandler parent) {
		super(parent);
	}

	@Override
	public @Nullable Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Object result) {
		ConfigurationProperty property = context.getConfigurationProperty();
		if (result instanceof Duration && OURS.isAncestorOf(name) && property != null && isNumber(property)) {
			throw new IllegalArgumentException(SettingSentence.unreadable(property, Duration.class));
		}
		return super.onSuccess(name, target, context, result);
	}

	private static boolean isNumber(ConfigurationProperty property) {
		return property.getValue().toString().strip().matches("[+-]?\\d+");
	}

}
