package dev.segmentation.config.database.embedded;

import dev.segmentation.config.BoundSettings;
import dev.segmentation.config.disk.FolderDisk;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Starts the embedded PostgreSQL if the settings name no database. The connection pool
 * depends on the server, so the server stops after the pool.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabaseConfiguration.NoDatabaseNamed.class)
class EmbeddedDatabaseConfiguration {

	@Bean
	EmbeddedDatabase embeddedDatabase(DataDirProperties properties, BoundSettings settings) {
		return EmbeddedDatabase.start(properties.folder());
	}

	@Bean
	JdbcConnectionDetails embeddedDatabaseConnection(EmbeddedDatabase database) {
		return database.connectionDetails();
	}

	@Bean(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME)
	LifecycleProcessor lifecycleProcessor(EmbeddedDatabase database, LifecycleProperties properties) {
		DefaultLifecycleProcessor processor = new TrainingEnd(database);
		processor.setTimeoutPerShutdownPhase(properties.getTimeoutPerShutdownPhase().toMillis());
		return processor;
	}

	@Bean
	MeterBinder dataFolderMetrics(EmbeddedDatabase database) {
		return new DataFolderMetrics(database.path());
	}

	@Bean
	FolderDisk dataDisk(EmbeddedDatabase database) {
		return new FolderDisk("data", database.path());
	}

	static boolean isUsed(Environment environment) {
		return !StringUtils.hasText(environment.getProperty("spring.datasource.url"));
	}

	static class NoDatabaseNamed implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return isUsed(context.getEnvironment());
		}

	}

}
