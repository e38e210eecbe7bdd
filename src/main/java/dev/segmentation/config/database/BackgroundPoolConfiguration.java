package dev.segmentation.config.database;

import java.sql.SQLException;

import javax.sql.DataSource;

import dev.segmentation.shared.Background;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Gives background work its own connections.
 */
@Configuration(proxyBeanMethods = false)
class BackgroundPoolConfiguration {

	@Bean
	BackgroundPool backgroundPool(DataSource main) throws SQLException {
		return BackgroundPool.beside(main);
	}

	@Bean(defaultCandidate = false)
	@Background
	JdbcTemplate backgroundJdbc(BackgroundPool pool) {
		return new JdbcTemplate(pool.connections());
	}

}
