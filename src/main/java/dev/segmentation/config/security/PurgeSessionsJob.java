package dev.segmentation.config.security;

import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Deletes expired sessions of the pages. Spring Session's own job is off, because it logs
 * a stack trace every minute while the database is away.
 */
@Component
class PurgeSessionsJob {

	private static final Logger logger = LoggerFactory.getLogger(PurgeSessionsJob.class);

	private final JdbcIndexedSessionRepository sessions;

	PurgeSessionsJob(JdbcIndexedSessionRepository sessions) {
		this.sessions = sessions;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void run() {
		try {
			this.sessions.cleanUpExpiredSessions();
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("Expired sessions could not be deleted, the next run tries again: {}", ex.getMessage());
		}
	}

}
