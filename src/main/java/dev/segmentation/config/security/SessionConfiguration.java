package dev.segmentation.config.security;

import dev.segmentation.account.session.SessionProperties;
import dev.segmentation.shared.RequestChanges;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

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
	 * Like Spring's own, but named: a saved session is no change that a form asked for.
	 */
	@Bean(name = "springSessionTransactionOperations", defaultCandidate = false)
	TransactionTemplate sessionTransactions(PlatformTransactionManager transactions) {
		TransactionTemplate template = new TransactionTemplate(transactions);
		template.setName(RequestChanges.UNRELATED);
		template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		return template;
	}

	/**
	 * Each page saves the time of the session's last use. The procedure does nothing
	 * while the database is read-only, so that pages can be read.
	 */
	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionSettings(SessionProperties properties) {
		return (sessions) -> {
			sessions.setUpdateSessionQuery("CALL save_session(?, ?, ?, ?, ?, ?)");
			sessions.setDefaultMaxInactiveInterval(properties.idle());
		};
	}

}
