package dev.segmentation.user.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A column that is imported. Other columns of a file are ignored.
 */
public enum ImportColumn {

	LOGIN, EMAIL, EXTERNAL_ID;

	/**
	 * The column with this header in any of its spellings: "E-Mail", "External ID".
	 */
	static Optional<ImportColumn> of(String header) {
		return Arrays.stream(values()).filter((column) -> letters(column.name()).equals(letters(header))).findAny();
	}

	private static String letters(String header) {
		return header.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
	}

	/**
	 * The usual header.
	 */
	public String header() {
		return name().toLowerCase(Locale.ROOT);
	}

}
