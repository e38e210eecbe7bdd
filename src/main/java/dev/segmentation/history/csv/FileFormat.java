package dev.segmentation.history.csv;

/**
 * The formats of files.
 */
public enum FileFormat {

	/** Cells behind delimiters; with tabs, {@code .tsv}. */
	CSV,

	/** CSV that is compressed by gzip. */
	GZIP,

	/** A workbook of Excel. Text stays text, and dates are dates. */
	XLSX,

	/** A JSON object in each line, with instants in UTC. */
	NDJSON;

	/**
	 * Whether spreadsheets may run texts of the file as formulas.
	 */
	boolean mayRunFormulas() {
		return this == CSV || this == GZIP;
	}

}
