package dev.segmentation.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import dev.segmentation.report.drive.Drive;
import dev.segmentation.report.drive.DriveAccess;
import dev.segmentation.report.drive.DriveException;
import dev.segmentation.report.drive.DriveFile;
import dev.segmentation.report.drive.DriveReaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Saves reports on Google Drive. The database streams them there, and our database stores
 * no copy.
 */
@Component
class DriveReports {

	private static final Logger logger = LoggerFactory.getLogger(DriveReports.class);

	/** Each keeps one connection of the main pool and one of the background pool. */
	private static final int MAX_CONCURRENT = 2;

	private final Semaphore permits = new Semaphore(MAX_CONCURRENT, true);

	private final Drive drive;

	private final ReportRepository reports;

	private final DriveReportRepository records;

	private final FileNameLock names;

	DriveReports(Drive drive, ReportRepository reports, DriveReportRepository records, FileNameLock names) {
		this.records = records;
		this.drive = drive;
		this.reports = reports;
		this.names = names;
	}

	boolean isConfigured() {
		return this.drive.isConfigured();
	}

	/**
	 * Creates the file with this name or replaces its content, shares it, and records it
	 * in a report. The file is not shared when the report was revoked meanwhile.
	 * @param run returns the run of the report when the file is saved or Drive refused
	 * @throws DriveException when Drive refuses
	 */
	DriveFile save(String name, ReportSource source, NewReport report, Supplier<ReportRun> run) {
		this.permits.acquireUninterruptibly();
		try {
			// Two concurrent saves of a new name would create two files.
			return this.names.hold(name, () -> {
				DriveFile file = upload(name, source, readers(report), run);
				finish(run.get(), file, source);
				return file;
			});
		}
		catch (DriveException ex) {
			logger.warn(ex.getMessage());
			throw ex;
		}
		finally {
			this.permits.release();
		}
	}

	private DriveFile upload(String name, ReportSource source, DriveReaders readers, Supplier<ReportRun> run) {
		try {
			DriveAccess access = new DriveAccess(readers, this.records.findFormer(name).with(this.drive.readers()));
			return this.drive.save(name, source::read, access, source::attempt);
		}
		catch (DriveException ex) {
			this.records.fail(run.get(), ex.problem(), ex.remaining());
			throw ex;
		}
	}

	/** Returns the readers of a report: its own, or those of the setting. */
	DriveReaders readers(NewReport report) {
		return Objects.requireNonNullElse(report.readers(), this.drive.readers());
	}

	/**
	 * The file has replaced that of older reports with the same name. They end with a
	 * report that was revoked during its upload too, since they would share its content.
	 */
	private void finish(ReportRun run, DriveFile file, ReportSource source) {
		if (this.reports.finish(run, source.lines(), source.bytes(), null, file)) {
			this.records.replaceOthersOf(file.id(), run.reportId());
		}
		else if (this.records.isRevoked(run.reportId())) {
			this.records.revokeAllOf(file.id());
		}
		shareAsRecorded(file.id());
	}

	/**
	 * Withdraws the access to a file whose report has ended.
	 * @throws DriveException when Drive does not confirm it
	 * @throws DriveNotAvailableException when Drive is not configured
	 */
	void withdraw(String fileId) {
		try {
			shareAsRecorded(fileId);
		}
		catch (DriveException ex) {
			logger.warn(ex.getMessage());
			this.records.setProblem(fileId, ex.problem());
			throw ex;
		}
	}

	/**
	 * Shares a file if a report has it, and otherwise stops sharing it. An upload and a
	 * revocation may do this at the same time. Each looks again afterwards, so the last
	 * one leaves what the reports say.
	 */
	private void shareAsRecorded(String fileId) {
		List<Long> ended = this.records.findEnded(fileId);
		DriveReaders former = this.records.findFormerOf(fileId).with(this.drive.readers());
		Optional<DriveReaders> readers;
		do {
			readers = readers(fileId);
			if (readers.isPresent()) {
				this.drive.share(fileId, new DriveAccess(readers.get(), former));
			}
			else {
				this.drive.revoke(fileId, former);
			}
		}
		while (!readers.equals(readers(fileId)));
		this.records.setWithdrawn(ended);
	}

	private Optional<DriveReaders> readers(String fileId) {
		return this.records.findReaders(fileId, this.drive.readers());
	}

}
