package dev.segmentation.report;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.segmentation.account.password.NewPassword;
import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.report.drive.DriveException;
import dev.segmentation.report.drive.DriveFile;
import dev.segmentation.report.drive.DriveReaders;
import dev.segmentation.report.drive.DriveNotAvailableException;
import dev.segmentation.report.export.HistoryExport;
import dev.segmentation.segment.SegmentAccess;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.refusal.ForbiddenException;
import dev.segmentation.shared.refusal.NotFoundException;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Prepares reports in the background, lists them and revokes them.
 */
@Service
public class ReportService {

	private final ReportRepository reports;

	private final RecordedReports recorded;

	private final ReportFileRepository files;

	private final DriveReports drive;

	private final HistoryExport export;

	private final ReportTasks tasks;

	private final SegmentAccess access;

	private final LinkPasswords passwords;

	private final ReportNotices notices;

	ReportService(ReportRepository reports, RecordedReports recorded, ReportFileRepository files, DriveReports drive,
			HistoryExport export, ReportTasks tasks, SegmentAccess access, LinkPasswords passwords,
			ReportNotices notices) {
		this.reports = reports;
		this.recorded = recorded;
		this.files = files;
		this.drive = drive;
		this.export = export;
		this.tasks = tasks;
		this.access = access;
		this.passwords = passwords;
		this.notices = notices;
	}

	/**
	 * Whether reports can be shared on Google Drive.
	 */
	public boolean isDriveConfigured() {
		return this.drive.isConfigured();
	}

	/**
	 * Returns the accounts that can read a report on Google Drive.
	 */
	public DriveReaders driveReaders(Report report) {
		return this.drive.readers(report.content());
	}

	/**
	 * Starts to prepare a report.
	 * @return the report, which is usually not ready yet
	 * @throws DriveNotAvailableException when Drive is requested but not configured
	 */
	public Report start(NewReport report, CurrentAccount account) {
		return start(report, LinkSettings.NONE, null, account);
	}

	/**
	 * Starts to prepare a report.
	 * @param password the password of its link; {@code null} for none
	 * @return the report, which is usually not ready yet
	 * @throws DriveNotAvailableException when Drive is requested but not configured
	 */
	public Report start(NewReport report, LinkSettings link, @Nullable NewPassword password, CurrentAccount account) {
		if (report.place() == ReportPlace.DRIVE && !isDriveConfigured()) {
			throw new DriveNotAvailableException();
		}
		String name = report.fileName();
		String hash = (password != null) ? this.passwords.hash(password) : null;
		return prepare(this.recorded.insert(name, report, link, hash, account), name, report, account);
	}

	/**
	 * Prepares a report again from the current history. A report that was never ready
	 * keeps its id; otherwise a new report with the same name is started, which replaces
	 * a file on Google Drive.
	 * @throws NotFoundException when the report does not exist
	 * @throws StaleReportException when a shared report was shared again already
	 */
	public Report again(long id, CurrentAccount account) {
		Report report = get(id);
		if (report.file() != null || !report.isOpen()) {
			return copy(report, account);
		}
		this.recorded.again(report, account);
		return prepare(id, report.name(), report.content(), account);
	}

	/**
	 * Prepares a report again from the current history, with a new link and the settings
	 * of the present one. The present link works until the new one is ready.
	 * @return the new report
	 * @throws StaleReportException when the report has ended or was shared again
	 */
	public Report renew(Report report, CurrentAccount account) {
		long id = this.recorded.renew(report, account);
		return prepare(id, report.name(), report.content(), account);
	}

	private Report copy(Report report, CurrentAccount account) {
		if (report.place() == ReportPlace.DRIVE && !isDriveConfigured()) {
			throw new DriveNotAvailableException();
		}
		long id = this.recorded.copy(report, account);
		return prepare(id, report.name(), report.content(), account);
	}

	private Report prepare(long id, String name, NewReport report, CurrentAccount account) {
		this.tasks.start(id, name, report, account);
		Report started = get(id);
		this.notices.watch(started, account);
		return started;
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
	 * @throws DriveException when Drive refuses
	 */
	public DriveFile shareOnDrive(HistoryFilter filter, CsvLayout layout, String query, CurrentAccount account) {
		requireDrive(account);
		NewReport report = new NewReport(ReportPlace.DRIVE, Duration.ZERO, query, filter, layout);
		String name = report.fileName();
		ReportSource source = new ReportSource(this.export, report, 0, (done, total) -> {
		});
		return this.drive.save(name, source, report,
				() -> this.reports.startRun(this.recorded.insert(name, report, LinkSettings.NONE, null, account)));
	}

	/**
	 * Returns a report.
	 * @throws NotFoundException when the report does not exist
	 */
	public Report get(long id) {
		return this.reports.find(id)
			.map((report) -> this.tasks.load(List.of(report)).getFirst())
			.orElseThrow(Report::notFound);
	}

	/**
	 * Opens the file of a report that is ready and in our database. Reading it fails when
	 * the report is revoked meanwhile.
	 */
	public InputStream open(Report report) throws IOException {
		return this.files.open(report.id());
	}

	/**
	 * Returns the reports with these ids that exist and did not end, by id.
	 */
	public List<Report> findOpen(Collection<Long> ids) {
		return this.tasks.load(this.reports.findOpen(ids));
	}

	/**
	 * Revokes a report: its link stops working, and its file is deleted. A file on Google
	 * Drive is no longer shared, but stays there.
	 * @throws NotFoundException when the report does not exist
	 * @throws DriveException when Drive does not confirm it. The report is revoked
	 * nevertheless, and {@link DriveWithdrawals} tries again
	 * @throws DriveNotAvailableException when Drive is not configured any more
	 */
	public void revoke(long id, CurrentAccount account) {
		Report report = get(id);
		this.tasks.cancel(report);
		Optional<String> file = Optional.ofNullable(report.drive().fileId());
		Optional<String> recorded = this.recorded.revoke(report, account);
		this.files.delete(id);
		// An upload may have finished since the report was read.
		recorded.or(() -> file).ifPresent(this.drive::withdraw);
	}

	/**
	 * Revokes the reports with these ids that did not end. One that Drive may still share
	 * does not stop the others.
	 */
	public RevokedReports revokeAll(Collection<Long> ids, CurrentAccount account) {
		RevokedReports result = RevokedReports.NONE;
		for (Report report : findOpen(ids)) {
			result = result.plus(1, isConfirmed(report, account) ? 0 : 1);
		}
		return result;
	}

	private boolean isConfirmed(Report report, CurrentAccount account) {
		try {
			revoke(report.id(), account);
			return true;
		}
		catch (DriveException | DriveNotAvailableException ex) {
			return false;
		}
	}

}
