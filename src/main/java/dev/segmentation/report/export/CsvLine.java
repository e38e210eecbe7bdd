package dev.segmentation.report.export;

import java.util.ArrayList;
import java.util.List;

/**
 * Parses a line of CSV as COPY writes it: RFC 4180, with commas and a line break at its
 * end.
 */
final class CsvLine {

	private CsvLine() {
	}

	/**
	 * Returns the cells of a line. An absent value is empty.
	 */
	static List<String> cells(String line) {
		List<String> cells = new ArrayList<>();
		int end = line.length() - 1;
		int at = 0;
		while (at <= end) {
			int next = (line.charAt(at) == '"') ? quotedEnd(line, at) : plainEnd(line, at, end);
			cells.add((line.charAt(at) == '"') ? line.substring(at + 1, next - 1).replace("\"\"", "\"")
					: line.substring(at, next));
			at = next + 1;
		}
		return cells;
	}

	private static int plainEnd(String line, int start, int end) {
		int comma = line.indexOf(',', start);
		return (comma >= 0) ? comma : end;
	}

	/** Two quotes are one of the text. */
	private static int quotedEnd(String line, int start) {
		int quote = line.indexOf('"', start + 1);
		while (line.charAt(quote + 1) == '"') {
			quote = line.indexOf('"', quote + 2);
		}
		return quote + 1;
	}

}
