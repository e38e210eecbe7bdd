package dev.segmentation.config;

import dev.segmentation.shared.FailureReason;
import dev.segmentation.shared.Purge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.TransactionException;
import org.springframework.util.ErrorHandler;

/**
 * The threads of {@link RecurringWork} and the handling of its errors.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableResilientMethods(proxyTargetClass = true)
class SchedulingConfiguration {

	/** One for each job, so that a long purge never delays the heartbeats of tasks. */
	private static final int THREADS = 7;

	private static final Logger logger = LoggerFactory.getLogger(RecurringWork.class);

	@Bean
	ThreadPoolTaskScheduler taskScheduler(ErrorHandler recurringWorkErrors) {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setPoolSize(THREADS);
		scheduler.setThreadNamePrefix("recurring-");
		scheduler.setErrorHandler(recurringWorkErrors);
		return scheduler;
	}

	/**
	 * Logs one line while the database is unavailable, and the stack trace of any other
	 * error.
	 */
	@Bean
	ErrorHandler recurringWorkErrors() {
		return (error) -> {
			if (error instanceof DataAccessException || error instanceof TransactionException) {
				logger.warn("Recurring work failed. The next run will try again: {}", FailureReason.of(error));
			}
			else {
				logger.error("Recurring work failed. The next run will try again.", error);
			}
		};
	}

	/**
	 * Deletes expired sessions of pages. Spring Session's own job would log a stack trace
	 * every minute while the database is unavailable.
	 */
	@Bean
	Purge sessionPurge(JdbcIndexedSessionRepository sessions) {
		return sessions::cleanUpExpiredSessions;
	}

}
