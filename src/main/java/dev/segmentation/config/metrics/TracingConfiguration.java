package dev.segmentation.config.metrics;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.slf4j.MDC;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/**
 * Sends traces by OTLP if the administrator sets an address for them. Otherwise tracing
 * is not configured at all, because even a trace that nobody receives costs time in each
 * request.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("management.opentelemetry.tracing.export.otlp.endpoint")
@Import({ OpenTelemetrySdkAutoConfiguration.class, OpenTelemetryTracingAutoConfiguration.class,
		OtlpTracingAutoConfiguration.class, MicrometerTracingAutoConfiguration.class })
class TracingConfiguration {

	/** Runs before the beans that need the settings. */
	@Bean
	static BeanFactoryPostProcessor traceSettingsCheck(Environment environment) {
		return (beans) -> TraceProperties.check(environment);
	}

	/**
	 * Replaces the address of a request, which may contain tokens and search texts, by
	 * the request id of the log. The route is part of the trace.
	 */
	@Bean
	ServerRequestObservationConvention tracedRequests() {
		return new DefaultServerRequestObservationConvention() {
			@Override
			public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
				return KeyValues.of(KeyValue.of("request.id", String.valueOf(MDC.get("requestId"))));
			}
		};
	}

}
