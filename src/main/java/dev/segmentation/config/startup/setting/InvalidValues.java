package dev.segmentation.config.startup.setting;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Collects the values that cannot be bound, and continues with their defaults, so that
 * the other values of the same record are tried too.
 */
class InvalidValues extends DurationUnits {

	private final SettingFailureAnalyzer analyzer;

	private final List<String> sentences = new ArrayList<>();

	InvalidValues(SettingFailureAnalyzer analyzer) {
		super(BindHandler.DEFAULT);
		this.analyzer = analyzer;
	}

	@Override
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) throws Exception {
		String sentence = this.analyzer.explain(error, context.getConfigurationProperty(),
				target.getType().resolve(Object.class));
		if (context.getDepth() == 0 || sentence == null) {
			throw error;
		}
		this.sentences.add(sentence);
		return null;
	}

	List<String> sentences() {
		return this.sentences;
	}

}
