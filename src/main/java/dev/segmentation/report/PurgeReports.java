package dev.segmentation.report;

import java.time.Duration;

import dev.segmentation.shared.Purge;

import org.springframework.stereotype.Component;

/**
 * Deletes the files of expired and revoked reports, and the reports themselves 90 days
 * later.
 */
@Component
class PurgeReports implements Purge {

	private static final Duration KEPT = Duration.ofDays(90);

	private final ReportContentRepository content;

	private final ReportRepository reports;

	PurgeReports(ReportContentRepository content, ReportRepository reports) {
		this.content = content;
		this.reports = reports;
	}

	@Override
	public void purge() {
		this.content.deleteOver();
		this.reports.deleteOver(KEPT);
	}

}
