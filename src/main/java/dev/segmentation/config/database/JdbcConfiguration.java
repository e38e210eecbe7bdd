package dev.segmentation.config.database;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts rows, so that the log of slow requests can tell how many there were.
 */
@Configuration(proxyBeanMethods = false)
class JdbcConfiguration {

	@Bean
	@Primary
	JdbcTemplate jdbcTemplate(DataSource source) {
		return new CountingJdbcTemplate(source);
	}

}
