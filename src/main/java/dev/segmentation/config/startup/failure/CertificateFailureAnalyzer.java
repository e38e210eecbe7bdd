package dev.segmentation.config.startup.failure;

import dev.segmentation.shared.FailureReason;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.context.ApplicationContextException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Explains a certificate or a key that Tomcat cannot use for HTTPS. Its exceptions have
 * no type of their own, so the settings decide.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
class CertificateFailureAnalyzer extends AbstractFailureAnalyzer<Exception> {

	private final Environment environment;

	CertificateFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable failure, Exception cause) {
		boolean server = cause instanceof WebServerException || cause instanceof ApplicationContextException;
		if (!server || !isSet("server.ssl") && !isSet("spring.ssl")) {
			return null;
		}
		return new StartFailure("HTTPS cannot start. Check the certificate and the key in the settings server.ssl: %s."
			.formatted(FailureReason.of(failure)), cause);
	}

	private boolean isSet(String prefix) {
		return Binder.get(this.environment).bind(prefix, Bindable.mapOf(String.class, Object.class)).isBound();
	}

}
