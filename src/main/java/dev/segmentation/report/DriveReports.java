package dev.segmentation.report;

import java.util.concurrent.Semaphore;

import dev.segmentation.report.drive.Drive;
import dev.segmentation.report.drive.DriveException;
import dev.segmentation.report.drive.DriveFile;
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

	private final FileNameLock names;

	DriveReports(Drive drive, ReportRepository reports, FileNameLock names) {
		this.drive = drive;
		this.reports = reports;
		this.names = names;
	}

	boolean isConfigured() {
		return this.drive.isConfigured();
	}

	/**
	 * Creates the file with this name or replaces its content, and shares it.
	 * @throws DriveException when Drive refuses
	 */
	DriveFile save(String name, ReportSource source) {
		this.permits.acquireUninterruptibly();
		try {
			// Two concurrent saves of a new name would create two files.
			return this.names.hold(name, () -> this.drive.save(name, source::read));
		}
		catch (DriveException ex) {
			logger.warn(ex.getMessage());
			throw ex;
		}
		finally {
			this.permits.release();
		}
	}

	/**
	 * Records a saved file, which may have replaced the file of older reports. Unshares
	 * the file when the report was revoked meanwhile.
	 */
	void finish(long id, DriveFile file, ReportSource source) {
		if (this.reports.finish(id, source.lines(), source.bytes(), file)) {
			this.reports.deleteOthersOf(file.id(), id);
		}
		else {
			revoke(file.id());
		}
	}

	/**
	 * Stops sharing a file.
	 * @throws DriveException when Drive refuses
	 */
	void revoke(String fileId) {
		try {
			this.drive.revoke(fileId);
		}
		catch (DriveException ex) {
			logger.warn(ex.getMessage());
			throw ex;
		}
	}

}
