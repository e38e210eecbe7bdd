package dev.segmentation.report.export;

import dev.segmentation.history.csv.CsvColumn;
import dev.segmentation.history.csv.CsvLayout;

/**
 * Estimates the size of a file from usual lengths of values.
 */
public final class FileSize {

	private FileSize() {
	}

	/**
	 * Estimates the size in bytes, to two digits.
	 */
	public static long about(CsvLayout layout, long lines) {
		int cells = layout.columns().size();
		int values = layout.columns().stream().mapToInt(FileSize::usualLength).sum();
		int names = layout.columns().stream().mapToInt((column) -> column.jsonName().length()).sum();
		long csv = (values + cells) * lines;
		return rounded(switch (layout.format()) {
			case CSV -> csv;
			case GZIP -> csv / 8;
			case XLSX -> csv / 4;
			case NDJSON -> (values + names + 6L * cells) * lines;
		});
	}

	private static long rounded(long bytes) {
		long unit = 1;
		while (bytes / unit >= 100) {
			unit *= 10;
		}
		return bytes / unit * unit;
	}

	private static int usualLength(CsvColumn column) {
		return switch (column) {
			case SEGMENT_ID -> 3;
			case ACT, SOURCE, TYPE, ACCOUNT -> 6;
			case USER_ID -> 7;
			case EXTERNAL_ID, LOGIN -> 10;
			case OLD_END, NEW_END -> 5;
			case SEGMENT_NAME, NOTE -> 12;
			case DATE -> 19;
			case EMAIL -> 22;
		};
	}

}
