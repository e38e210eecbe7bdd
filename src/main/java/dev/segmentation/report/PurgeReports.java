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

	private final ReportFileRepository files;

	private final ReportRepository reports;

	PurgeReports(ReportFileRepository files, ReportRepository reports) {
		this.files = files;
		this.reports = reports;
	}

	@Override
	public void purge() {
		this.files.deleteObsolete();
		this.reports.deleteEnded(KEPT);
	}

}
