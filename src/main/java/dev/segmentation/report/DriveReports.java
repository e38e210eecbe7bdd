package dev.segmentation.report;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import dev.segmentation.history.csv.CsvStream;
import dev.segmentation.report.drive.Drive;
import dev.segmentation.report.drive.DriveException;
import dev.segmentation.report.drive.DriveFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts reports on Google Drive. The database streams them there: they are never kept
 * here.
 */
@Component
class DriveReports {

	private static final Logger logger = LoggerFactory.getLogger(DriveReports.class);

	/** Each keeps two of the pool's connections: one reads, one holds the name. */
	private static final int AT_ONCE = 2;

	private final Semaphore places = new Semaphore(AT_ONCE, true);

	private final Drive drive;

	private final ReportService reports;

	private final ReportRepository names;

	private final TransactionTemplate transaction;

	DriveReports(Drive drive, ReportService reports, ReportRepository names, PlatformTransactionManager transactions) {
		this.drive = drive;
		this.reports = reports;
		this.names = names;
		this.transaction = new TransactionTemplate(transactions);
	}

	boolean isConfigured() {
		return this.drive.isConfigured();
	}

	/**
	 * Writes a file, or what it holds anew, and shares it.
	 * @param measure measures what is read of the report, each time it is read from the
	 * start
	 * @throws DriveNotAvailableException when no Drive is configured
	 * @throws DriveRefusedException when Drive does not take it
	 */
	Upload save(String name, NewReport report, Function<CsvStream, MeasuredStream> measure) {
		if (!isConfigured()) {
			throw new DriveNotAvailableException();
		}
		this.places.acquireUninterruptibly();
		try {
			return this.transaction.execute((status) -> {
				// Two instances that write the same name at once would make two files of
				// it.
				this.names.lockName(name);
				return upload(name, report, measure);
			});
		}
		catch (DriveException ex) {
			throw refused("did not take " + name, ex);
		}
		finally {
			this.places.release();
		}
	}

	private Upload upload(String name, NewReport report, Function<CsvStream, MeasuredStream> measure) {
		AtomicLong lines = new AtomicLong();
		AtomicLong bytes = new AtomicLong();
		DriveFile file = this.drive.save(name,
				(reader) -> lines.set(this.reports.read(report.filter(), report.layout(), (csv) -> {
					MeasuredStream measured = measure.apply(csv);
					reader.accept(measured);
					bytes.set(measured.bytes());
				})));
		return new Upload(file, lines.get(), bytes.get());
	}

	/**
	 * Takes a file away from those it was shared with.
	 * @throws DriveRefusedException when Drive does not do it
	 */
	void revoke(String fileId) {
		if (!isConfigured()) {
			throw new DriveNotAvailableException();
		}
		try {
			this.drive.revoke(fileId);
		}
		catch (DriveException ex) {
			throw refused("did not stop sharing " + fileId, ex);
		}
	}

	private static DriveRefusedException refused(String what, DriveException ex) {
		logger.warn("Google Drive {}: {}", what, ex.getMessage());
		return new DriveRefusedException(ex.problem());
	}

	/**
	 * A file as it is on Drive.
	 */
	record Upload(DriveFile file, long lines, long bytes) {
	}

}
