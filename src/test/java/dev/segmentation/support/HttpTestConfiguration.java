package dev.segmentation.support;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;

/**
 * Puts the application of HTTP tests on test databases.
 */
@TestConfiguration(proxyBeanMethods = false)
class HttpTestConfiguration {

	@Bean
	SwitchableDataSource dataSource() {
		return new SwitchableDataSource(TestDatabases.create());
	}

	@Bean
	@Scope("prototype")
	TestDatabase testDatabase(SwitchableDataSource dataSource) {
		return dataSource.database();
	}

	@Bean
	@Lazy
	@Scope("prototype")
	Api api(Environment environment) {
		return new Api("http://localhost:" + environment.getRequiredProperty("local.server.port"));
	}

}
