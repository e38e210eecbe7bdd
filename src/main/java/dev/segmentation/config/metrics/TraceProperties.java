package dev.segmentation.config.metrics;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * Settings of traces. Spring Boot reads them too, but fails without naming them.
 */
final class TraceProperties {

	private TraceProperties() {
	}

	/**
	 * Refuses invalid settings with a sentence.
	 */
	static void check(Environment environment) {
		Binder binder = Binder.get(environment);
		binder.bind("management.opentelemetry.tracing.export.otlp", Collector.class);
		binder.bind("management.tracing.sampling", Sampling.class);
	}

	/**
	 * Where traces go.
	 *
	 * @param endpoint the address of a collector; without one, there are no traces
	 */
	@ConfigurationProperties("management.opentelemetry.tracing.export.otlp")
	record Collector(@Nullable String endpoint) {

		private static final Pattern ADDRESS = Pattern.compile("https?://[^/\\s]+(/\\S*)?");

		Collector {
			if (endpoint != null && !ADDRESS.matcher(endpoint).matches()) {
				throw new IllegalArgumentException(
						"MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT has the invalid value \"" + endpoint
								+ "\". It must be an address such as http://localhost:4318/v1/traces.");
			}
		}

	}

	/**
	 * How many requests are traced.
	 *
	 * @param probability the share of requests, from 0 to 1
	 */
	@ConfigurationProperties("management.tracing.sampling")
	record Sampling(@DefaultValue("0.1") double probability) {

		Sampling {
			if (!(probability >= 0 && probability <= 1)) {
				throw new IllegalArgumentException("MANAGEMENT_TRACING_SAMPLING_PROBABILITY has the invalid value \""
						+ probability + "\". It must be from 0 to 1.");
			}
		}

	}

}
