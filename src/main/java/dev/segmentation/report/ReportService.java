package dev.segmentation.report;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.report.drive.DriveFile;
import dev.segmentation.report.drive.DriveNotAvailableException;
import dev.segmentation.report.export.HistoryExport;
import dev.segmentation.segment.SegmentAccess;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.refusal.ForbiddenException;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.task.Task;
import dev.segmentation.task.TaskPool;
import dev.segmentation.task.TaskRequest;
import dev.segmentation.task.TaskService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Prepares reports in the background, lists them and revokes them.
 */
@Service
public class ReportService {

	/** A short report is ready before its page is shown. */
	private static final Duration MAX_WAIT = Duration.ofSeconds(1);

	private final ReportRepository reports;

	private final RecordedReports recorded;

	private final PrepareReport prepare;

	private final ReportFileRepository files;

	private final DriveReports drive;

	private final HistoryExport export;

	private final TaskService tasks;

	private final SegmentAccess access;

	ReportService(ReportRepository reports, RecordedReports recorded, PrepareReport prepare, ReportFileRepository files,
			DriveReports drive, HistoryExport export, TaskService tasks, SegmentAccess access) {
		this.reports = reports;
		this.recorded = recorded;
		this.prepare = prepare;
		this.files = files;
		this.drive = drive;
		this.export = export;
		this.tasks = tasks;
		this.access = access;
	}

	/**
	 * Whether reports can be shared on Google Drive.
	 */
	public boolean isDriveConfigured() {
		return this.drive.isConfigured();
	}

	/**
	 * Starts to prepare a report.
	 * @return the report, which is usually not ready yet
	 * @throws DriveNotAvailableException when Drive is requested but not configured
	 */
	public Report start(NewReport report, CurrentAccount account) {
		return start(report.fileName(), report, account);
	}

	private Report start(String name, NewReport report, CurrentAccount account) {
		if (report.place() == ReportPlace.DRIVE && !isDriveConfigured()) {
			throw new DriveNotAvailableException();
		}
		return prepare(this.recorded.insert(name, report, account), name, report, account);
	}

	/**
	 * Prepares a report again from the current history. A report that was never ready
	 * keeps its id; otherwise a new report with the same name is started, which replaces
	 * a file on Google Drive.
	 * @throws NotFoundException when the report does not exist
	 */
	public Report again(long id, CurrentAccount account) {
		Report report = get(id);
		return (report.file() == null && report.revokedAt() == null && !report.expired())
				? prepare(id, report.name(), report.content(), account)
				: start(report.name(), report.content(), account);
	}

	private Report prepare(long id, String name, NewReport report, CurrentAccount account) {
		TaskRequest request = new TaskRequest(TaskPool.REPORTS, "report." + report.place().name(), name, "report:" + id,
				account.id(), Report.urlOf(id), true);
		Task task = this.tasks.start(request, (progress) -> this.prepare.run(id, name, report, progress));
		this.reports.setTask(id, task.id());
		this.tasks.see(task.id(), MAX_WAIT);
		return get(id);
	}

	/**
	 * Checks that an account may share history on Google Drive.
	 * @throws ForbiddenException when the account is restricted to some segments
	 * @throws DriveNotAvailableException when Drive is not configured
	 */
	public void requireDrive(CurrentAccount account) {
		this.access.requireAll(account);
		if (!isDriveConfigured()) {
			throw new DriveNotAvailableException();
		}
	}

	/**
	 * Shares history on Google Drive and waits until the file is saved.
	 * @param query the filter as in the URL of the history page
	 * @throws ForbiddenException as {@link #requireDrive}
	 * @throws DriveNotAvailableException as {@link #requireDrive}
	 * @throws dev.segmentation.report.drive.DriveException when Drive refuses
	 */
	public DriveFile shareOnDrive(HistoryFilter filter, String query, CurrentAccount account) {
		requireDrive(account);
		NewReport report = new NewReport(ReportPlace.DRIVE, Duration.ZERO, query, filter, CsvLayout.PLAIN);
		String name = report.fileName();
		ReportSource source = new ReportSource(this.export, report, 0, (done, total) -> {
		});
		return this.drive.save(name, source, () -> this.reports.startRun(this.recorded.insert(name, report, account)));
	}

	/**
	 * Returns a report.
	 * @throws NotFoundException when the report does not exist
	 */
	public Report get(long id) {
		return this.reports.find(id)
			.map((report) -> withTasks(List.of(report)).getFirst())
			.orElseThrow(Report::notFound);
	}

	/**
	 * A page of all reports, newest first.
	 * @param cursor where it begins; {@code null} for the first page
	 */
	public Page<Report> page(@Nullable Cursor cursor, int size) {
		return Page.read(cursor, size, (report) -> Cursor.after(report.id()),
				(from, limit) -> withTasks(this.reports.find(from, limit)));
	}

	/** Loads the tasks together, when no row is being read any more. */
	private List<Report> withTasks(List<Report> reports) {
		Map<Long, Task> loaded = this.tasks
			.find(reports.stream().map(Report::taskId).filter(Objects::nonNull).toList());
		return reports.stream().map((report) -> withTask(report, loaded)).toList();
	}

	private static Report withTask(Report report, Map<Long, Task> tasks) {
		return (report.taskId() != null) ? report.withTask(tasks.get(report.taskId())) : report;
	}

	/**
	 * Opens the file of a report that is ready and in our database. Reading it fails when
	 * the report is revoked meanwhile.
	 */
	public InputStream open(Report report) throws IOException {
		return this.files.open(report.id());
	}

	/**
	 * Revokes a report: its link stops working, and its file is deleted. A file on Google
	 * Drive is no longer shared, but stays there.
	 * @throws NotFoundException when the report does not exist
	 * @throws dev.segmentation.report.drive.DriveException when Drive refuses; the file
	 * is then still shared
	 */
	public void revoke(long id, CurrentAccount account) {
		Report report = get(id);
		if (report.isPreparing() && report.task() != null) {
			this.tasks.cancel(report.task().id());
		}
		Optional<String> file = Optional.ofNullable(report.file()).map(ReportFile::driveFileId);
		file.ifPresent(this.drive::revoke);
		Optional<String> recorded = this.recorded.revoke(report, account);
		this.files.delete(id);
		// An upload may have finished since the report was read.
		recorded.or(() -> file).ifPresent(this.drive::shareAsRecorded);
	}

}
