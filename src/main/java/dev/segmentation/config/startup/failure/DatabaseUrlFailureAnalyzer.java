package dev.segmentation.config.startup.failure;

import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Explains the form of the database URL, which differs between tools.
 */
@Order(0)
class DatabaseUrlFailureAnalyzer implements FailureAnalyzer {

	private final Environment environment;

	DatabaseUrlFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		String url = this.environment.getProperty("spring.datasource.url");
		if (!StringUtils.hasText(url) || Driver.parseURL(url, null) != null) {
			return null;
		}
		return new StartFailure("SPRING_DATASOURCE_URL is not a PostgreSQL URL. Write it as "
				+ "jdbc:postgresql://host:5432/name, without user and password.", failure);
	}

}
