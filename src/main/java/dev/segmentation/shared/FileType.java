package dev.segmentation.shared;

import java.util.Arrays;

/**
 * The types of files for download, by the ends of their names.
 */
public enum FileType {

	TSV(".tsv", "text/tab-separated-values", true), GZIP(".gz", "application/gzip", false),
	XLSX(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false),
	NDJSON(".ndjson", "application/x-ndjson", true), CSV(".csv", "text/csv", true);

	private final String end;

	private final String mediaType;

	private final boolean text;

	FileType(String end, String mediaType, boolean text) {
		this.end = end;
		this.mediaType = mediaType;
		this.text = text;
	}

	/**
	 * Finds the type of a file; CSV if it is unknown.
	 */
	public static FileType of(String name) {
		return Arrays.stream(values()).filter((type) -> name.endsWith(type.end)).findFirst().orElse(CSV);
	}

	public String mediaType() {
		return this.mediaType;
	}

	/**
	 * Whether it is text in UTF-8.
	 */
	public boolean isText() {
		return this.text;
	}

}
