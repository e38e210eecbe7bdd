package dev.segmentation.report;

import dev.segmentation.report.export.HistoryExport;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.task.TaskProgress;
import dev.segmentation.task.TaskResult;

import org.springframework.stereotype.Component;

/**
 * Writes the file of a report in the background: into our database or to Google Drive.
 */
@Component
class PrepareReport {

	private final HistoryExport export;

	private final ReportRepository reports;

	private final RecordedReports recorded;

	private final ReportFileRepository files;

	private final DriveReports drive;

	private final ReportMails mails;

	PrepareReport(HistoryExport export, ReportRepository reports, RecordedReports recorded, ReportFileRepository files,
			DriveReports drive, ReportMails mails) {
		this.export = export;
		this.reports = reports;
		this.recorded = recorded;
		this.files = files;
		this.drive = drive;
		this.mails = mails;
	}

	/**
	 * Does the work of the task.
	 */
	TaskResult run(long id, String name, NewReport report, CurrentAccount account, TaskProgress progress) {
		ReportRun run = this.reports.startRun(id);
		long expected = this.export.estimate(report.filter(), report.layout());
		ReportSource source = new ReportSource(this.export, report, expected, progress);
		progress.at(0, Math.max(1, expected));
		if (report.place() == ReportPlace.DRIVE) {
			this.drive.save(name, source, report, () -> run);
		}
		else {
			save(run, source, name, account);
		}
		this.mails.send(id);
		return TaskResult.of(Report.urlOf(id), "reports.ready", name);
	}

	private void save(ReportRun run, ReportSource source, String name, CurrentAccount account) {
		this.files.delete(run.reportId());
		boolean saved = false;
		try {
			source.read((content) -> this.files.save(run, content));
			saved = this.recorded.finish(run, source, name, account);
		}
		finally {
			if (!saved) {
				this.files.delete(run);
			}
		}
	}

}
