package dev.segmentation.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

import dev.segmentation.history.csv.FileFormat;

import org.springframework.stereotype.Service;

/**
 * Shows the start of a file. Only its first piece is read.
 */
@Service
public class ReportPreview {

	/** The header is a line, too. */
	private static final int MOST_LINES = 20;

	private static final int MOST_BYTES = 64 * 1024;

	private static final String MARK = "\uFEFF";

	private final ReportFileRepository files;

	ReportPreview(ReportFileRepository files) {
		this.files = files;
	}

	/**
	 * Whether a report has a preview: a workbook has no lines, and a file on Google Drive
	 * is not here.
	 */
	public boolean isPossible(Report report) {
		return report.isKeptHere() && report.content().layout().format() != FileFormat.XLSX;
	}

	/**
	 * Returns the first lines of a file.
	 */
	public List<String> read(Report report) throws IOException {
		boolean compressed = report.content().layout().format() == FileFormat.GZIP;
		try (InputStream file = this.files.open(report.id());
				InputStream text = compressed ? new GZIPInputStream(file) : file) {
			return lines(text.readNBytes(MOST_BYTES));
		}
	}

	/** The last line of a long start is cut off. */
	private static List<String> lines(byte[] start) {
		List<String> lines = new String(start, StandardCharsets.UTF_8).replaceFirst(MARK, "")
			.lines()
			.limit(MOST_LINES)
			.toList();
		boolean cut = start.length == MOST_BYTES && lines.size() < MOST_LINES;
		return cut ? lines.subList(0, lines.size() - 1) : lines;
	}

}
