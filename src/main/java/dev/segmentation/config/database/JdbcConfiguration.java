package dev.segmentation.config.database;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.PriorityOrdered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Counts rows, so that the log of slow requests can tell how many there were, and guards
 * the pool.
 */
@Configuration(proxyBeanMethods = false)
class JdbcConfiguration {

	@Bean
	@Primary
	JdbcTemplate jdbcTemplate(DataSource source, ObjectProvider<PlatformTransactionManager> transactions) {
		return new CountingJdbcTemplate(source, new SingleStatements(transactions));
	}

	@Bean
	static BeanPostProcessor outageGuard(ObjectProvider<DatabaseProperties> properties) {
		return new OutageGuards(properties);
	}

	/** The first of all wrappers, because the others have no pool. */
	private record OutageGuards(
			ObjectProvider<DatabaseProperties> properties) implements BeanPostProcessor, PriorityOrdered {

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			return (bean instanceof HikariDataSource pool) ? new OutageGuard(pool, this.properties.getObject()) : bean;
		}

		@Override
		public int getOrder() {
			return HIGHEST_PRECEDENCE;
		}

	}

}
