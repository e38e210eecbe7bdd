package dev.segmentation.report;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.history.csv.CsvReader;
import dev.segmentation.history.line.HistoryService;

import org.springframework.stereotype.Service;

/**
 * Hands history out as CSV. However it leaves, as a download, a shared file or by Google
 * Drive, it is read here: the same lines in the same order.
 */
@Service
public class ReportService {

	/**
	 * Each keeps one of the pool's connections as long as its reader takes; the others
	 * are for everybody else.
	 */
	private static final int AT_ONCE = 5;

	private static final int LONGEST_WAIT_SECONDS = 20;

	private final Semaphore places = new Semaphore(AT_ONCE, true);

	private final HistoryService history;

	ReportService(HistoryService history) {
		this.history = history;
	}

	/**
	 * About how many lines a report has, never fewer.
	 */
	public long estimate(HistoryFilter filter) {
		return this.history.estimate(filter);
	}

	/**
	 * Lets somebody read a report while the database writes it.
	 * @return how many lines they have read
	 * @throws ReportsBusyException when too many are being read at this moment
	 */
	public long read(HistoryFilter filter, CsvLayout layout, CsvReader reader) {
		enter();
		try {
			return this.history.readCsv(filter, layout, reader);
		}
		finally {
			this.places.release();
		}
	}

	private void enter() {
		try {
			if (!this.places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
				throw new ReportsBusyException();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ReportsBusyException();
		}
	}

}
