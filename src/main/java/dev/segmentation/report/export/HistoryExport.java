package dev.segmentation.report.export;

import java.io.IOException;
import java.io.InputStream;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.csv.CsvLayout;
import dev.segmentation.history.line.HistoryService;
import dev.segmentation.shared.csv.CsvStream;

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
	public long estimate(HistoryFilter filter, CsvLayout layout) {
		return this.history.estimate(filter, layout);
	}

	/**
	 * Passes an export to its reader while the database sends it.
	 * @return the number of lines that were read, without the header
	 */
	public long read(HistoryFilter filter, CsvLayout layout, ExportedFile.Reader reader) {
		return this.history.readCsv(filter, layout, (csv) -> readAndCount(reader, layout, csv));
	}

	private static InputStream encode(CsvLayout layout, CsvStream csv) throws IOException {
		return switch (layout.format()) {
			case CSV, NDJSON -> csv;
			case GZIP -> new EncodedInput((out) -> new GzipEncoder(csv, out));
			case XLSX -> new EncodedInput((out) -> new XlsxEncoder(csv, layout, out));
		};
	}

	private void readAndCount(ExportedFile.Reader reader, CsvLayout layout, CsvStream csv) throws IOException {
		try {
			reader.read(new ExportedFile(encode(layout, csv), csv::lines));
		}
		finally {
			this.bytes.increment(csv.bytes());
		}
	}

}
