package dev.segmentation.config.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Sessions in the database.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

	/**
	 * Two requests of one session may add the same attribute at once: the last one
	 * counts.
	 */
	@Bean
	PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionCustomizer() {
		return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
	}

	/**
	 * Each page saves the time of the session's last use. The procedure does nothing
	 * while the database is read-only, so that pages can be read.
	 */
	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> readOnlySessions() {
		return (sessions) -> sessions.setUpdateSessionQuery("CALL save_session(?, ?, ?, ?, ?, ?)");
	}

}
