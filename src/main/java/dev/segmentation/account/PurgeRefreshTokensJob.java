package dev.segmentation.account;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets refresh tokens that have expired.
 */
@Component
class PurgeRefreshTokensJob {

	private static final Logger logger = LoggerFactory.getLogger(PurgeRefreshTokensJob.class);

	private final RefreshTokenRepository refreshTokens;

	private final Clock clock;

	PurgeRefreshTokensJob(RefreshTokenRepository refreshTokens, Clock clock) {
		this.refreshTokens = refreshTokens;
		this.clock = clock;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void run() {
		try {
			this.refreshTokens.deleteExpiredBefore(this.clock.instant());
		}
		catch (DataAccessException ex) {
			logger.warn("Expired refresh tokens could not be deleted, the next run tries again: {}", ex.getMessage());
		}
	}

}
