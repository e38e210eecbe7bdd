package dev.segmentation.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.HistoryLine;
import dev.segmentation.history.HistoryService;
import dev.segmentation.shared.SpreadsheetText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import org.springframework.stereotype.Service;

/**
 * Writes history as CSV, line by line as the database sends it.
 */
@Service
public class ReportService {

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
		.setRecordSeparator('\n')
		.setHeader("user-id", "segment-name", "type", "date")
		.get();

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
		.withZone(ZoneOffset.UTC);

	private final HistoryService history;

	ReportService(HistoryService history) {
		this.history = history;
	}

	/**
	 * Writes the report of a part of the history. The first line goes out as soon as it
	 * is there.
	 */
	public void write(HistoryFilter filter, Appendable out) throws IOException {
		CSVPrinter csv = new CSVPrinter(out, FORMAT);
		try {
			this.history.forEach(filter, (line) -> print(csv, line));
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		csv.flush();
	}

	private static void print(CSVPrinter csv, HistoryLine line) {
		try {
			csv.printRecord(line.userId(), SpreadsheetText.of(line.segmentName()), line.type().text(),
					DATE.format(line.date()));
			if (csv.getRecordCount() == 1) {
				csv.flush();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
