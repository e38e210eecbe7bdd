package dev.segmentation.report.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import dev.segmentation.report.Report;
import dev.segmentation.report.ReportFile;
import dev.segmentation.shared.web.stream.StoredFile;

/**
 * The finished file of a report as a download. A file never changes: another one is made
 * later.
 */
final class ReportDownload {

	private ReportDownload() {
	}

	static StoredFile of(Report report) {
		ReportFile file = Objects.requireNonNull(report.file());
		String version = report.id() + "-" + ChronoUnit.MICROS.between(Instant.EPOCH, file.readyAt());
		return new StoredFile(report.name(), version, file.bytes());
	}

}
