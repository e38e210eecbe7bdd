package dev.segmentation.report;

import java.util.concurrent.atomic.AtomicLong;

import dev.segmentation.report.DriveReports.Upload;
import dev.segmentation.task.TaskProgress;
import dev.segmentation.task.TaskResult;

import org.springframework.stereotype.Component;

/**
 * Prepares a report in the background: writes its file, here or on Google Drive.
 */
@Component
class PrepareReport {

	private final ReportService reports;

	private final ReportRepository prepared;

	private final ReportContent content;

	private final DriveReports drive;

	PrepareReport(ReportService reports, ReportRepository prepared, ReportContent content, DriveReports drive) {
		this.reports = reports;
		this.prepared = prepared;
		this.content = content;
		this.drive = drive;
	}

	/**
	 * The work of the task.
	 */
	TaskResult run(long id, String name, NewReport report, TaskProgress progress) {
		long expected = this.reports.estimate(report.filter());
		progress.at(0, Math.max(1, expected));
		if (report.place() == ReportPlace.DRIVE) {
			upload(id, name, report, expected, progress);
		}
		else {
			keep(id, report, expected, progress);
		}
		return TaskResult.of(Report.urlOf(id), "reports.ready", name);
	}

	private void upload(long id, String name, NewReport report, long expected, TaskProgress progress) {
		Upload upload = this.drive.save(name, report, (csv) -> new MeasuredStream(csv, expected, progress));
		finishOnDrive(id, upload);
	}

	/**
	 * Records a file on Drive, which may have been there before with other content.
	 */
	void finishOnDrive(long id, Upload upload) {
		if (this.prepared.finish(id, upload.lines(), upload.bytes(), upload.file())) {
			this.prepared.deleteOthersOf(upload.file().id(), id);
		}
		else {
			this.drive.revoke(upload.file().id());
		}
	}

	private void keep(long id, NewReport report, long expected, TaskProgress progress) {
		AtomicLong bytes = new AtomicLong();
		boolean kept = false;
		this.content.delete(id);
		try {
			long lines = this.reports.read(report.filter(), report.layout(),
					(csv) -> bytes.set(this.content.save(id, new MeasuredStream(csv, expected, progress))));
			kept = this.prepared.finish(id, lines, bytes.get(), null);
		}
		finally {
			if (!kept) {
				this.content.delete(id);
			}
		}
	}

}
