package dev.segmentation.report;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes the files of expired and revoked reports, and after 90 days also the reports.
 */
@Component
class PurgeReportsJob {

	private static final Logger logger = LoggerFactory.getLogger(PurgeReportsJob.class);

	private static final Duration KEPT = Duration.ofDays(90);

	private final ReportFileRepository files;

	private final ReportRepository reports;

	PurgeReportsJob(ReportFileRepository files, ReportRepository reports) {
		this.files = files;
		this.reports = reports;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
	void run() {
		try {
			this.files.deleteObsolete();
			this.reports.deleteEnded(KEPT);
		}
		catch (DataAccessException ex) {
			logger.warn("Ended reports could not be deleted, the next run tries again: {}", ex.getMessage());
		}
	}

}
