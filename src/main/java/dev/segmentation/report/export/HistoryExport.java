package dev.segmentation.report.export;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;

import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.history.csv.CsvNotReadException;
import dev.segmentation.history.csv.CsvReader;
import dev.segmentation.history.csv.CsvStream;
import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.line.HistoryService;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import org.springframework.stereotype.Service;

/**
 * Exports the history as CSV. Downloads, shared files and files on Google Drive are all
 * read here, and so have the same lines in the same order.
 */
@Service
public class HistoryExport {

	/**
	 * An export keeps one of the pool's connections until its reader has finished. The
	 * other connections serve pages and the API.
	 */
	private static final int MAX_CONCURRENT = 5;

	private final Semaphore permits = new Semaphore(MAX_CONCURRENT, true);

	private final HistoryService history;

	private final Counter bytes;

	HistoryExport(HistoryService history, MeterRegistry meters) {
		this.history = history;
		this.bytes = Counter.builder("segmentation.report.bytes")
			.description("Bytes of exported CSV files before compression")
			.baseUnit(BaseUnits.BYTES)
			.register(meters);
	}

	/**
	 * Estimates how many lines an export has. The estimate is never too low.
	 */
	public long estimate(HistoryFilter filter) {
		return this.history.estimate(filter);
	}

	/**
	 * Passes an export to its reader while the database sends it.
	 * @return the number of lines that were read, without the header
	 * @throws ReportsBusyException when too many exports are being read
	 */
	public long readNow(HistoryFilter filter, CsvLayout layout, CsvReader reader) {
		if (this.permits.hasQueuedThreads() || !this.permits.tryAcquire()) {
			throw new ReportsBusyException();
		}
		return readWithPermit(filter, layout, reader);
	}

	/**
	 * Passes an export to its reader as soon as others have finished.
	 * @return the number of lines that were read, without the header
	 * @throws CancellationException when the thread is interrupted while it waits
	 */
	public long read(HistoryFilter filter, CsvLayout layout, CsvReader reader) {
		try {
			this.permits.acquire();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		}
		return readWithPermit(filter, layout, reader);
	}

	private long readWithPermit(HistoryFilter filter, CsvLayout layout, CsvReader reader) {
		try {
			reader.start();
			return this.history.readCsv(filter, layout, (csv) -> readAndCount(reader, csv));
		}
		catch (IOException ex) {
			throw new CsvNotReadException(ex);
		}
		finally {
			this.permits.release();
		}
	}

	private void readAndCount(CsvReader reader, CsvStream csv) throws IOException {
		try {
			reader.read(csv);
		}
		finally {
			this.bytes.increment(csv.bytes());
		}
	}

}
