package dev.segmentation.report;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import dev.segmentation.report.export.HistoryExport;
import dev.segmentation.report.export.ReportsBusyException;
import dev.segmentation.task.TaskProgress;
import dev.segmentation.task.TaskResult;

import org.springframework.stereotype.Component;

/**
 * Writes the file of a report in the background: into our database or to Google Drive.
 */
@Component
class PrepareReport {

	/** The rest of the permits of {@link HistoryExport} is for downloads. */
	private static final int MAX_CONCURRENT = 2;

	private final Semaphore permits = new Semaphore(MAX_CONCURRENT, true);

	private final HistoryExport export;

	private final ReportRepository reports;

	private final ReportFileRepository files;

	private final DriveReports drive;

	PrepareReport(HistoryExport export, ReportRepository reports, ReportFileRepository files, DriveReports drive) {
		this.export = export;
		this.reports = reports;
		this.files = files;
		this.drive = drive;
	}

	/**
	 * Does the work of the task.
	 */
	TaskResult run(long id, String name, NewReport report, TaskProgress progress) {
		long expected = this.export.estimate(report.filter());
		ReportSource source = new ReportSource(this.export, report, expected, progress);
		waitForPermit(Math.max(1, expected), progress);
		try {
			if (report.place() == ReportPlace.DRIVE) {
				this.drive.finish(id, this.drive.save(name, source), source);
			}
			else {
				save(id, source);
			}
		}
		finally {
			this.permits.release();
		}
		return TaskResult.of(Report.urlOf(id), "reports.ready", name);
	}

	/** Reports the progress every second, so that a waiting task can be cancelled. */
	private void waitForPermit(long expected, TaskProgress progress) {
		try {
			do {
				progress.at(0, expected);
			}
			while (!this.permits.tryAcquire(1, TimeUnit.SECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ReportsBusyException();
		}
	}

	private void save(long id, ReportSource source) {
		this.files.delete(id);
		boolean saved = false;
		try {
			source.read((content) -> this.files.save(id, content));
			saved = this.reports.finish(id, source.lines(), source.bytes(), null);
		}
		finally {
			if (!saved) {
				this.files.delete(id);
			}
		}
	}

}
