package dev.segmentation.report;

import java.time.Duration;
import java.util.List;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.report.DriveReports.Upload;
import dev.segmentation.report.drive.DriveFile;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.task.Task;
import dev.segmentation.task.TaskRequest;
import dev.segmentation.task.TaskService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Prepares reports in the background, shares them, and takes them back.
 */
@Service
public class SharingService {

	/** A short report is there when its page is shown. */
	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final ReportRepository reports;

	private final PrepareReport prepare;

	private final ReportContent content;

	private final DriveReports drive;

	private final ReportLinks links;

	private final TaskService tasks;

	SharingService(ReportRepository reports, PrepareReport prepare, ReportContent content, DriveReports drive,
			ReportLinks links, TaskService tasks) {
		this.reports = reports;
		this.prepare = prepare;
		this.content = content;
		this.drive = drive;
		this.links = links;
		this.tasks = tasks;
	}

	/**
	 * Whether reports can be shared on Google Drive.
	 */
	public boolean isDriveConfigured() {
		return this.drive.isConfigured();
	}

	/**
	 * Begins to prepare a report.
	 * @return the report, which mostly is not ready yet
	 * @throws DriveNotAvailableException when it is for Drive and none is configured
	 */
	public Report start(NewReport report, CurrentAccount account) {
		if (report.place() == ReportPlace.DRIVE && !isDriveConfigured()) {
			throw new DriveNotAvailableException();
		}
		String name = ReportName.of(report.filter(), report.layout());
		return prepare(this.reports.insert(name, report, account.id()), name, report, account);
	}

	/**
	 * Prepares a report again, as the history is now: one that was never ready in its
	 * place, any other beside it.
	 * @throws ReportNotFoundException when there is none with this id
	 */
	public Report again(long id, CurrentAccount account) {
		Report report = get(id);
		return (report.file() == null && report.revokedAt() == null && !report.expired())
				? prepare(id, report.name(), report.content(), account) : start(report.content(), account);
	}

	private Report prepare(long id, String name, NewReport report, CurrentAccount account) {
		TaskRequest request = new TaskRequest("report." + report.place().name(), name, "report:" + id, account.id(),
				Report.urlOf(id), true);
		Task task = this.tasks.start(request, (progress) -> this.prepare.run(id, name, report, progress));
		this.reports.setTask(id, task.id());
		this.tasks.see(task.id(), PATIENCE);
		return get(id);
	}

	/**
	 * Shares history on Google Drive at once.
	 * @param query the filters as the history's page would have them
	 * @return where it is
	 * @throws DriveNotAvailableException when no Drive is configured
	 * @throws DriveRefusedException when Drive does not take it
	 */
	public DriveFile shareOnDrive(HistoryFilter filter, String query, CurrentAccount account) {
		NewReport report = new NewReport(ReportPlace.DRIVE, Duration.ZERO, query, filter, CsvLayout.PLAIN);
		String name = ReportName.of(filter, CsvLayout.PLAIN);
		Upload upload = this.drive.save(name, report, (csv) -> new MeasuredStream(csv, 0, (done, total) -> {
		}));
		this.prepare.finishOnDrive(this.reports.insert(name, report, account.id()), upload);
		return upload.file();
	}

	/**
	 * A report.
	 * @throws ReportNotFoundException when there is none with this id
	 */
	public Report get(long id) {
		return this.reports.find(id, this::task).orElseThrow(ReportNotFoundException::new);
	}

	/**
	 * The newest reports below an id, newest first.
	 */
	public List<Report> before(long id, int limit) {
		return this.reports.findBefore(id, limit, this::task);
	}

	private @Nullable Task task(long id) {
		return this.tasks.find(id).orElse(null);
	}

	/**
	 * Takes a report back: its link leads nowhere any more, and its file is gone; on
	 * Google Drive it is still there, but shared with nobody.
	 * @throws ReportNotFoundException when there is none with this id
	 * @throws DriveRefusedException when Drive does not do it; it is still shared then
	 */
	public void revoke(long id) {
		Report report = get(id);
		if (report.isPreparing() && report.task() != null) {
			this.tasks.cancel(report.task().id());
		}
		ReportFile file = report.file();
		if (file != null && file.driveFileId() != null) {
			this.drive.revoke(file.driveFileId());
		}
		this.reports.revoke(id);
		this.content.delete(id);
	}

	/**
	 * The link of a report that is ready: a path of this application, or an address of
	 * Google's. A file for staff has none.
	 */
	public @Nullable String link(Report report) {
		ReportFile file = report.file();
		return switch (report.place()) {
			case FILE -> null;
			case LINK -> report.isReady() ? this.links.path(report) : null;
			case DRIVE -> (report.isReady() && file != null) ? file.driveLink() : null;
		};
	}

}
