package dev.segmentation.config.startup.setting;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanExpressionException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Explains an invalid setting of the documentation. The conditions of its library read it
 * before the application does.
 */
@Order(0)
class DocsFailureAnalyzer extends AbstractFailureAnalyzer<BeanExpressionException> {

	private final Environment environment;

	DocsFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable failure, BeanExpressionException cause) {
		try {
			Binder.get(this.environment).bind("segmentation.docs", DocsProperties.class);
			return null;
		}
		catch (BindException ex) {
			return new SettingFailureAnalyzer().analyze(ex);
		}
	}

}
