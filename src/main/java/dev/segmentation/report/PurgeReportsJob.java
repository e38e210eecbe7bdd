package dev.segmentation.report;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes files whose time is over, and forgets long after that they were there.
 */
@Component
class PurgeReportsJob {

	private static final Logger logger = LoggerFactory.getLogger(PurgeReportsJob.class);

	private static final Duration REMEMBERED = Duration.ofDays(90);

	private final ReportContentRepository content;

	private final ReportRepository reports;

	PurgeReportsJob(ReportContentRepository content, ReportRepository reports) {
		this.content = content;
		this.reports = reports;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
	void run() {
		try {
			this.content.deleteOver();
			this.reports.deleteOver(REMEMBERED);
		}
		catch (DataAccessException ex) {
			logger.warn("Reports that are over could not be removed, the next run tries again: {}", ex.getMessage());
		}
	}

}
